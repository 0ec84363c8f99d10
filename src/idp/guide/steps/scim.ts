import type { GuideStep } from "../guide.js";
import type { KnownValues } from "../known-values.js";
import type { StepPart } from "../provider-parts.js";

/** Provisioning: AWS's half first, then the provider's. */
export function scimStep(known: KnownValues, part: StepPart): GuideStep {
  return {
    id: "scim",
    title: "Switch provisioning on (SCIM)",
    actions: [
      "In AWS: IAM Identity Center > Settings > Automatic provisioning > Enable. Copy the SCIM endpoint and the access token: the token is shown only now.",
      "The token goes into the provider and into a password store, never into Git or a ticket. It lasts a year, and there can be two at a time: Actions > Manage provisioning makes the next one.",
      "Write `scim.endpoint` and the last day of the token, `scim.token_expires_on`, into the component `identity-provider` of the catalog. AWS shows that day in its console only; `npx identity setup` reminds you of it.",
      ...part.actions,
    ],
    values: [{ name: "SCIM endpoint, no slash at its end", value: known.scimEndpoint }, ...part.values],
    check:
      "`npx identity idp scim`, with the token in the environment variable `SCIM_TOKEN`, reads the endpoint. It finds the groups once step 6 is done.",
    goesWrong: [
      ...part.goesWrong,
      {
        symptom: "401, or the provider says that credentials are invalid.",
        remedy:
          "The token has ended, was deleted, or belongs to another endpoint. When it ends, provisioning stops and nobody is told: whoever leaves keeps access.",
      },
      {
        symptom: "Single people are missing in AWS, and the provider's log has 400 or 409.",
        remedy:
          "First name, last name, display name and user name must be filled, with one value each for e-mail and phone. 409: a user of that name exists already, made by hand.",
      },
    ],
  };
}

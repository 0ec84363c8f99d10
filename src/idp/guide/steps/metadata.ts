import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import type { GuideStep } from "../guide.js";
import type { StepPart } from "../provider-parts.js";

/** Giving AWS the provider's metadata, which is the switch. */
export function metadataStep(provider: ProviderName, part: StepPart): GuideStep {
  const only = provider === "other" ? "" : ` --provider ${provider}`;
  return {
    id: "metadata",
    title: "Upload the provider's metadata to AWS",
    actions: [
      ...part.actions,
      `Check the file before AWS has it: \`npx identity idp check FILE${only}\`. When another is in use already, compare: \`--previous OLD\`.`,
      "On the page of step 2, under Identity provider metadata > IdP SAML metadata, choose the file > Next. Read the warning, type ACCEPT > Change identity source.",
    ],
    values: part.values,
    check:
      "Settings > Identity source says External identity provider. No API tells it: `npx identity setup` infers it from users and groups made by SCIM.",
    goesWrong: [
      ...part.goesWrong,
      {
        symptom: "From one day on, nobody can sign in.",
        remedy:
          "The provider's signing certificate has expired or was changed. `npx identity idp check FILE` tells its end: download the metadata anew before that day, and import the new certificate under Actions > Manage authentication. Too late? Use the way in of step 1.",
      },
    ],
  };
}

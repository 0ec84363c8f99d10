import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import type { GuideStep } from "../guide.js";
import { acsValues, type KnownValues } from "../known-values.js";

/** Reading AWS's values, which no API tells. */
export function valuesStep(provider: ProviderName, known: KnownValues): GuideStep {
  return {
    id: "values",
    title: "Copy AWS's values from its console",
    actions: [
      "IAM Identity Center > Settings > Identity source tab > Actions > Change identity source > External identity provider > Next.",
      "Under Service provider metadata, download the metadata file. Leave the page open: step 4 goes on there.",
      `Let the file be read: \`npx identity idp check FILE\` prints its values, also as lines for the catalog, and \`npx identity idp guide ${provider} --sp-metadata FILE\` fills them in here.`,
      "Put those lines into the catalog, the component `identity-provider`: every command knows the values from then on. They are not secret.",
    ],
    values: [{ name: "Issuer URL (entity ID)", value: known.entityId }, ...acsValues(known, "ACS URL")],
    check:
      "`npx identity idp check FILE` says that it is the service provider's file, and its issuer has your Region.",
    goesWrong: [
      {
        symptom: "The page is gone, or an external provider is in use already.",
        remedy: "The same values are under Settings > Identity source tab > Actions > Manage authentication.",
      },
      {
        symptom: "Sign-in works in a browser and fails for `aws sso login`, or the other way round.",
        remedy:
          "Not every ACS URL is registered. There are several: `sso.signin.aws`, `signin.aws`, `signin.aws.amazon.com` for instances from before February 2026, and more for every additional Region.",
      },
      {
        symptom: "The console warns that assignments are removed.",
        remedy:
          "A switch to or from Active Directory deletes users, groups and assignments. Between Identity Center's own directory and an external provider they stay, and fit again where user names and Name IDs are equal.",
      },
    ],
  };
}

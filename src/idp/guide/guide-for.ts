import { type ProviderName, providerTitles } from "../../catalog/identity-provider/identity-provider.js";
import type { Guide, GuideFacts } from "./guide.js";
import { knownValues } from "./known-values.js";
import type { PartsOf } from "./provider-parts.js";
import { entra } from "./providers/entra.js";
import { google } from "./providers/google.js";
import { jumpcloud } from "./providers/jumpcloud.js";
import { okta } from "./providers/okta.js";
import { other } from "./providers/other.js";
import { deployStep } from "./steps/deploy.js";
import { enableStep } from "./steps/enable.js";
import { groupsStep } from "./steps/groups.js";
import { metadataStep } from "./steps/metadata.js";
import { mfaStep } from "./steps/mfa.js";
import { scimStep } from "./steps/scim.js";
import { signInStep } from "./steps/sign-in.js";
import { valuesStep } from "./steps/values.js";

const providers: Readonly<Record<ProviderName, PartsOf>> = { okta, jumpcloud, entra, google, other };

/** The guide of a provider, with the organization's own values in it. */
export function guideFor(provider: ProviderName, facts: GuideFacts): Guide {
  const known = knownValues(facts);
  const parts = providers[provider](known);
  const title = providerTitles[provider];
  return {
    provider,
    title,
    steps: [
      enableStep(known),
      valuesStep(provider, known),
      {
        id: "application",
        title: `Make the SAML application in ${provider === "other" ? "the identity provider" : title}`,
        ...parts.application,
        check: "The application shows issuer and ACS URLs exactly as above: no blank, no slash more or less.",
      },
      metadataStep(provider, parts.metadata),
      scimStep(known, parts.scim),
      groupsStep(known, parts.groups),
      mfaStep(parts.mfa),
      signInStep(parts.signIn),
      deployStep(),
    ],
    notes: parts.notes,
  };
}

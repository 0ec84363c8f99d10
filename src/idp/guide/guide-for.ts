import { type ProviderName, providerTitles } from "../../catalog/identity-provider/identity-provider.js";
import type { Guide, GuideFacts } from "./guide.js";

/** The guide of a provider, with the organization's own values in it. */
export function guideFor(provider: ProviderName, _facts: GuideFacts): Guide {
  return { provider, title: providerTitles[provider], steps: [], notes: [] };
}

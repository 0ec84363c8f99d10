import type { ProviderName } from "../../catalog/identity-provider/identity-provider.js";
import { guideFor } from "../../idp/guide/guide-for.js";
import { guideSections } from "./guide-markdown.js";

/** docs/identity-providers/<provider>.md: the guide with placeholders for what an organization has of its own. */
export function guidePage(provider: ProviderName): string {
  const nothing = { region: null, serviceProvider: null, scimEndpoint: null, groups: [] };
  const guide = guideFor(provider, nothing);
  return `${head(provider, guide.title)}\n${guideSections(guide)}`;
}

function head(provider: ProviderName, title: string): string {
  return `# Connect ${title} to AWS IAM Identity Center

What is in angle brackets is your organization's: \`npx identity idp guide ${provider}\` prints this page with it
([how](../commands.md#idp-guide)). What comes before and after is in [getting started](../getting-started.md).
The application as code, for Okta and Microsoft Entra ID: [stacks](../identity-provider-stacks.md).

This page is generated from \`src/idp/guide/\` by \`scripts/generate.mjs\`.
`;
}

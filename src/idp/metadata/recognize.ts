import type { ProviderName } from "../../catalog/identity-provider/identity-provider.js";

/** The product that made a file. */
export interface Recognized {
  /** `other` when there is no guide for it alone. */
  readonly provider: ProviderName;
  /** Its name, such as `OneLogin`. */
  readonly product: string;
}

interface Product extends Recognized {
  /** Whole host names of sign-in URLs. */
  readonly hosts: RegExp;
  /** Entity IDs that only this product makes; null when people choose them. */
  readonly entityIds: RegExp | null;
}

const products: readonly Product[] = [
  {
    provider: "okta",
    product: "Okta",
    hosts: /^[a-z0-9.-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com$/,
    entityIds: /^http:\/\/www\.okta\.com\/[A-Za-z0-9]+$/,
  },
  {
    provider: "jumpcloud",
    product: "JumpCloud",
    hosts: /^sso(?:\.[a-z]+)?\.jumpcloud\.com$/,
    entityIds: null,
  },
  {
    provider: "entra",
    product: "Microsoft Entra ID",
    hosts: /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/,
    entityIds: /^https:\/\/sts\.(?:windows\.net|chinacloudapi\.cn)\/[0-9a-f-]{36}\/$/,
  },
  {
    provider: "google",
    product: "Google Workspace",
    hosts: /^accounts\.google\.com$/,
    entityIds: /^https:\/\/accounts\.google\.com\/o\/saml2\?idpid=[A-Za-z0-9]+$/,
  },
  {
    provider: "other",
    product: "OneLogin",
    hosts: /^[a-z0-9.-]+\.onelogin\.com$/,
    entityIds: /^https:\/\/app\.onelogin\.com\/saml\/metadata\/[A-Za-z0-9-]+$/,
  },
  {
    provider: "other",
    product: "PingOne",
    hosts: /^auth\.pingone\.[a-z.]{2,6}$/,
    entityIds: /^https:\/\/auth\.pingone\.[a-z.]{2,6}\/[0-9a-f-]{36}$/,
  },
  {
    provider: "other",
    product: "CyberArk Identity",
    hosts: /^[a-z0-9-]+\.id\.cyberark\.cloud$/,
    entityIds: /^https:\/\/[a-z0-9-]+\.id\.cyberark\.cloud\//,
  },
];

/**
 * Whose file it is: by the hosts that people sign in at, which a provider cannot choose freely. An entity ID, which
 * some let people write, counts when no host is known, because of domains of one's own.
 */
export function recognize(entityId: string, urls: readonly string[]): Recognized | null {
  const hosts = urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).hostname] : []));
  const found = new Set(hosts.flatMap((host) => products.find((p) => p.hosts.test(host)) ?? []));
  const byHost = [...found];
  const product =
    byHost.length > 0 ? byHost : products.filter(({ entityIds }) => entityIds?.test(entityId) === true);
  const [only, second] = product;
  if (only === undefined || second !== undefined) return null;
  return { provider: only.provider, product: only.product };
}

/** Why a URL is not what it must be, and what to write instead. */
export interface UrlProblem {
  /** The rest of a sentence that begins with the URL: `is not https`. */
  readonly why: string;
  readonly hint: string;
}

const region = "[a-z]{2}(?:-[a-z]+)+-\\d";
/** AWS's sign-in hosts of the other partitions are its own as well. */
const otherPartitions = "signin\\.amazonaws-us-gov\\.com|signin\\.amazonaws\\.cn";
const tenant = "[0-9A-Za-z-]{30,64}";
const parts = /^([^:/?#]*):\/\/([^/?#]*)(.*)$/s;

const entityId = kind(`signin\\.aws\\.amazon\\.com|${otherPartitions}`, "/platform/saml/d-[0-9a-z]{10,}");
const acs = kind(
  `(?:sso\\.)?signin\\.aws|signin\\.aws\\.amazon\\.com|${otherPartitions}`,
  `/platform/saml/acs/${tenant}`,
);
const scim = kind("amazonaws\\.com(?:\\.cn)?|api\\.aws", `/${tenant}/scim/v2`, "scim\\.");

/** The Region in an entity ID of Identity Center, such as `us-east-1`; null when it is none. */
export function entityIdRegion(url: string): string | null {
  return entityId.whole.exec(url)?.[1] ?? null;
}

/** The Region in a SCIM endpoint of Identity Center; null when it is none. */
export function scimRegion(url: string): string | null {
  return scim.whole.exec(url)?.[1] ?? null;
}

/** True for an ACS URL on the host that answers over IPv4 and IPv6. */
export function isDualStack(url: string): boolean {
  return /^https:\/\/[^/]+\.sso\.signin\.aws\//.test(url);
}

/** What is wrong with an entity ID; null when it is one that Identity Center gives out. */
export function entityIdProblem(url: string): UrlProblem | null {
  return problem(
    entityId,
    url,
    "it looks like https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890: copy the issuer URL of Identity Center",
    "is not an issuer URL of Identity Center",
  );
}

/** What is wrong with an ACS URL; null when AWS receives what is sent there. */
export function acsUrlProblem(url: string): UrlProblem | null {
  return problem(
    acs,
    url,
    "it looks like https://us-east-1.signin.aws/platform/saml/acs/<tenant>: copy the ACS URL of Identity Center",
    "does not end with /platform/saml/acs/ and a tenant",
  );
}

/** What is wrong with a SCIM endpoint; null when it is one of Identity Center. */
export function scimEndpointProblem(url: string): UrlProblem | null {
  const bare = url.replace(/\/+$/, "");
  if (bare !== url && scim.whole.test(bare))
    return { why: "ends with a slash", hint: `write "${bare}": some providers would ask for //Users` };
  return problem(
    scim,
    url,
    "it looks like https://scim.us-east-1.amazonaws.com/<tenant>/scim/v2: copy it from Settings > Identity source > Actions > Manage provisioning",
    "does not end with a tenant and /scim/v2",
  );
}

interface Kind {
  readonly whole: RegExp;
  readonly host: RegExp;
}

function kind(hosts: string, path: string, prefix = ""): Kind {
  const host = `${prefix}(${region})\\.(?:${hosts})`;
  return { whole: new RegExp(`^https://${host}${path}$`), host: new RegExp(`^${host}$`) };
}

function problem({ whole, host }: Kind, url: string, hint: string, shape: string): UrlProblem | null {
  if (whole.test(url)) return null;
  const [, scheme, name] = parts.exec(url) ?? [];
  if (scheme === undefined || name === undefined) return { why: "is not a URL", hint };
  if (scheme !== "https") return { why: "is not https", hint };
  if (!host.test(name)) return { why: "is not on a host of AWS", hint };
  return { why: shape, hint };
}

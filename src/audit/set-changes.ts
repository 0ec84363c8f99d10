import type { PermissionSet } from "../catalog/permission-set.js";
import type { LiveSet } from "../directory/all-access.js";
import { diffStatements } from "../policy/diff/diff-statements.js";
import type { PolicyJson } from "../policy/policy-json.js";
import { parseObject } from "../terraform/json.js";

/** What AWS gives a set that says nothing about its sessions. */
const defaultSession = "PT1H";

/**
 * How a permission set differs from what the catalog says, as lines: `- ` is what the catalog says and AWS has
 * not, `+ ` what AWS has and the catalog does not say. Inline policies are compared by what they mean.
 */
export function setChanges(declared: PermissionSet, live: LiveSet): readonly string[] {
  return [
    ...value("description", declared.description, live.description),
    ...value("session", declared.sessionDuration ?? defaultSession, live.sessionDuration ?? defaultSession),
    ...value("relay state", declared.relayState, live.relayState),
    ...list("managed policy", declared.managedPolicies, live.managedPolicies),
    ...list(
      "customer managed policy",
      declared.customerManagedPolicies.map(fullName),
      live.customerManagedPolicies.map(fullName),
    ),
    ...value(
      "permissions boundary",
      boundary(declared.permissionsBoundary),
      boundary(live.permissionsBoundary),
    ),
    ...list("tag", tagTexts(declared.tags), tagTexts(live.tags).filter(isOurs)),
    ...statements(declared, live),
  ];
}

function value(field: string, declared: string | null, live: string | null): readonly string[] {
  if (declared === live) return [];
  return [
    ...(declared === null ? [] : [`- ${field} ${declared}`]),
    ...(live === null ? [] : [`+ ${field} ${live}`]),
  ];
}

function list(field: string, declared: readonly string[], live: readonly string[]): readonly string[] {
  return [
    ...declared.filter((text) => !live.includes(text)).map((text) => `- ${field} ${text}`),
    ...live.filter((text) => !declared.includes(text)).map((text) => `+ ${field} ${text}`),
  ];
}

function statements({ inlinePolicy: declared }: PermissionSet, live: LiveSet): readonly string[] {
  const found = live.inlinePolicy === null ? null : parseObject(live.inlinePolicy);
  if (found === null && live.inlinePolicy !== null) return ["+ inline policy that is no JSON object"];
  const changes = diffStatements(declared, found).flatMap(({ before, after }) => [
    ...(before === null ? [] : [`- statement ${JSON.stringify(before)}`]),
    ...(after === null ? [] : [`+ statement ${JSON.stringify(after)}`]),
  ]);
  return [...changes, ...value("policy version", versionOf(declared), versionOf(found))];
}

function versionOf(policy: PolicyJson | null): string | null {
  const version = policy?.["Version"];
  return typeof version === "string" ? version : null;
}

function boundary(policy: PermissionSet["permissionsBoundary"]): string | null {
  if (policy === null) return null;
  return "managedPolicyArn" in policy ? policy.managedPolicyArn : fullName(policy);
}

function fullName({ path, name }: { readonly path: string; readonly name: string }): string {
  return `${path}${name}`;
}

/** Tags that AWS's services keep themselves are nobody's to change. */
function isOurs(tag: string): boolean {
  return !tag.startsWith("aws:");
}

function tagTexts(tags: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(tags).map(([key, text]) => `${key}=${text}`);
}

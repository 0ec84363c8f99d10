import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { refused } from "./finding.js";
import type { Policy, Text } from "./policy.js";
import { covers, hasWildcard } from "./wildcard.js";

const example = 'write "*" or an ARN: arn:partition:service:region:account:resource';

/** Resources are `*` or ARNs, of a service that is named in full. */
export function resourcesAreArns(policy: Policy): readonly Diagnostic[] {
  return resourcesIn(policy).flatMap(({ text, span }) => {
    const fault = faultOf(text);
    return fault === null ? [] : [refused("IDC333", `resource "${text}" ${fault[0]}`, span, fault[1])];
  });
}

/** What is wrong with the form of a resource, and what to write. */
function faultOf(resource: string): readonly [fault: string, hint: string] | null {
  if (resource === "*" || resource === "") return null;
  const parts = partsOf(resource);
  if (parts[0] !== "arn") return ["is not an ARN", example];
  const service = parts[2] ?? "";
  if (parts.length >= 3 && (service === "" || hasWildcard(service))) {
    return ["does not name its service", "write the service in full: it takes no wildcard"];
  }
  // AWS takes a wildcard at the end for the parts that are missing.
  if (parts.length >= 6 || (parts.length >= 4 && resource.endsWith("*"))) return null;
  return [`has ${parts.length} of the 6 parts of an ARN`, example];
}

/** Resources belong to the partition of the catalog: AWS refuses a policy that names another. */
export function resourcesAreOfPartition(policy: Policy, partition: string): readonly Diagnostic[] {
  return resourcesIn(policy).flatMap(({ text, span }) => {
    const [start, other = ""] = partsOf(text);
    if (start !== "arn" || other === partition || hasWildcard(other)) return [];
    const message = `resource "${text}" is not of partition ${partition}, as this catalog is`;
    return [refused("IDC334", message, span, `begin it with "arn:${partition}:"`)];
  });
}

/** The parts of an ARN; colons of variables such as `${aws:username}` separate nothing. */
function partsOf(resource: string): readonly string[] {
  return resource.replace(/\$\{[^${}]*\}/g, "x").split(":");
}

/**
 * True when a resource stands for everything of a kind: `iam:role/` is every role, as in `*`,
 * `arn:aws:iam::*:role/*`. The roles of one account are all roles: a permission set is used in an account.
 */
export function isEverything(resource: string, kind: string): boolean {
  const parts = partsOf(resource);
  if (parts[0] !== "arn") return resource === "*";
  const anywhere = parts.map((p, i) => (i === 1 || (parts.length >= 6 && (i === 3 || i === 4)) ? "*" : p));
  const colon = kind.indexOf(":");
  // No resource has this name, so only a pattern that asks for nothing covers it.
  return covers(anywhere.join(":"), `arn:x:${kind.slice(0, colon)}::x:${kind.slice(colon + 1)}\u0000`);
}

/** True when a resource can be the root user of an account: `*`, `arn:aws:iam::*:root`. */
export function canBeRootUser(resource: string): boolean {
  const parts = partsOf(resource);
  // A wildcard at the end stands for the parts that are missing.
  const name = parts.length < 6 && resource.endsWith("*") ? "*" : parts.slice(5).join(":");
  return resource === "*" || (parts[2] === "iam" && covers(name, "root"));
}

/** Each resource of a policy, in whatever statement. */
function resourcesIn(policy: Policy): readonly Text[] {
  return policy.statements.flatMap((s) => [...s.resources, ...s.notResources]);
}

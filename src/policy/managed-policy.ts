import { awsManagedPolicies } from "./aws-managed-policies.js";

const byName = new Map(awsManagedPolicies.map((p) => [p.slice(p.lastIndexOf("/") + 1), p]));

/** What a managed policy reference in the catalog stands for. */
export interface ManagedPolicyReference {
  readonly arn: string;
  /** False when AWS's list, as shipped, has no such policy. */
  readonly known: boolean;
  /** The partition of an ARN when it is not the catalog's; null otherwise. */
  readonly foreignPartition: string | null;
}

/**
 * Resolves an AWS managed policy by ARN, by path and name (`job-function/Billing`) or by name alone
 * (`Billing`); a name alone gets its path from AWS's list.
 */
export function resolveManagedPolicy(text: string, partition: string): ManagedPolicyReference {
  const arn = /^arn:([^:]+):iam::aws:policy\/(.+)$/.exec(text);
  const pathAndName = arn?.[2] ?? text;
  const listed = managedPolicyPath(pathAndName);
  const resolved = arn === null && listed !== null && !pathAndName.includes("/") ? listed : pathAndName;
  return {
    arn: arn === null ? `arn:${partition}:iam::aws:policy/${resolved}` : text,
    known: listed === resolved,
    foreignPartition: arn !== null && arn[1] !== partition ? (arn[1] ?? null) : null,
  };
}

/** Path and name of the policy with the last part of a path as its name, or null when AWS's list has none. */
export function managedPolicyPath(pathOrName: string): string | null {
  return byName.get(pathOrName.slice(pathOrName.lastIndexOf("/") + 1)) ?? null;
}

/** Names of all AWS managed policies, for suggestions. */
export function managedPolicyNames(): Iterable<string> {
  return byName.keys();
}

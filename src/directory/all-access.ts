import type { LiveAssignment, LiveCustomerManagedPolicy } from "./live-access.js";

/** A permission set with everything that can be changed by hand. Source: sso-admin, one call per kind. */
export interface LiveSet {
  /** `arn:aws:sso:::permissionSet/ssoins-…/ps-…` */
  readonly arn: string;
  readonly name: string;
  readonly description: string | null;
  /** ISO-8601; AWS answers its default of an hour as PT1H. */
  readonly sessionDuration: string | null;
  readonly relayState: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** ARNs of AWS managed policies, sorted. */
  readonly managedPolicies: readonly string[];
  /** Sorted by path, then name. */
  readonly customerManagedPolicies: readonly LiveCustomerManagedPolicy[];
  /** JSON text as AWS keeps it; null when there is none. */
  readonly inlinePolicy: string | null;
  readonly permissionsBoundary: { readonly managedPolicyArn: string } | LiveCustomerManagedPolicy | null;
  /** Ids of the accounts it is provisioned to, sorted. */
  readonly accountIds: readonly string[];
  /** Ids of the accounts that still have an older version of it, sorted. */
  readonly outdatedIn: readonly string[];
}

/** How the access was read. */
export interface Reading {
  /** `pairs`: every set in every account; `principals`: every group and user there is. */
  readonly method: "pairs" | "principals";
  /** False when grants of principals that no longer exist may be missing: `principals` sees those only where nobody else has the set. */
  readonly complete: boolean;
  /** Requests sent, retries included, by `service.Operation`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Requests of a reading, over all operations. */
export function callsOf({ calls }: Pick<Reading, "calls">): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** All access that AWS has. */
export interface AllAccess {
  /** Sorted by name. */
  readonly sets: readonly LiveSet[];
  /** Sorted by account id, set ARN, principal type and id. */
  readonly assignments: readonly LiveAssignment[];
  readonly reading: Reading;
}

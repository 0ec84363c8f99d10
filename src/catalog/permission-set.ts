/** An IAM policy document as plain JSON. */
export type PolicyDocument = { readonly [key: string]: unknown };

/** A customer managed policy that must exist in every account the set is assigned in. */
export interface CustomerManagedPolicy {
  readonly name: string;
  /** Begins and ends with "/"; default "/". */
  readonly path: string;
}

export type PermissionsBoundary =
  | { readonly managedPolicyArn: string }
  | { readonly name: string; readonly path: string };

/** A permission set with every default filled in. Absent text is null, absent lists are empty. */
export interface PermissionSet {
  readonly name: string;
  readonly description: string | null;
  /** AWS managed policy ARNs, sorted. */
  readonly managedPolicies: readonly string[];
  /** Sorted by path and name. */
  readonly customerManagedPolicies: readonly CustomerManagedPolicy[];
  readonly inlinePolicy: PolicyDocument | null;
  readonly permissionsBoundary: PermissionsBoundary | null;
  /** ISO-8601 duration from PT1H to PT12H; null is AWS's default of one hour. */
  readonly sessionDuration: string | null;
  readonly relayState: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** A permission set as AWS has it. Source: sso-admin `DescribePermissionSet` and the lists of its policies. */
export interface LivePermissionSet {
  /** `arn:aws:sso:::permissionSet/ssoins-…/ps-…` */
  readonly arn: string;
  readonly name: string;
  /** ARNs of AWS managed policies, sorted. */
  readonly managedPolicies: readonly string[];
  /** Sorted by path, then name. */
  readonly customerManagedPolicies: readonly LiveCustomerManagedPolicy[];
  readonly hasInlinePolicy: boolean;
  readonly hasPermissionsBoundary: boolean;
}

/** A customer managed policy that a permission set expects in every account it is provisioned to. */
export interface LiveCustomerManagedPolicy {
  readonly name: string;
  /** Begins and ends with "/". */
  readonly path: string;
}

/** An account and a permission set to look for assignments of. */
export interface AccountAndSet {
  /** 12 digits. */
  readonly accountId: string;
  readonly permissionSetArn: string;
}

/** An account assignment as AWS has it. Source: sso-admin `ListAccountAssignments`. */
export interface LiveAssignment extends AccountAndSet {
  readonly principalType: "GROUP" | "USER";
  /** Identity store id. The principal itself may be gone. */
  readonly principalId: string;
}

/**
 * The service quotas the sandbox enforces, with AWS's default values (read 2026-11-24).
 * Source: IAM Identity Center User Guide, "Quotas and limits"; IAM Identity Center API Reference.
 */
export const quotas = {
  permissionSetsPerInstance: 3500,
  permissionSetsProvisionedPerAccount: 500,
  /** AWS managed and customer managed policies together. */
  managedPoliciesPerPermissionSet: 25,
  /** UTF-8 bytes of the whole document. */
  inlinePolicyBytes: 32_768,
  /** UTF-8 bytes once spaces, tabs and line ends are taken out. */
  inlinePolicyNonWhitespaceBytes: 10_240,
  groupsPerPermissionSetPerAccount: 100,
  groups: 100_000,
  users: 200_000,
  /** CreateAccountAssignment requests that are IN_PROGRESS at the same time. */
  outstandingCreateAccountAssignment: 15,
  /** ProvisionPermissionSet requests that are IN_PROGRESS at the same time. */
  concurrentProvisionPermissionSet: 3,
  tagsPerResource: 50,
  /** Requests a second over all of sso-admin together. */
  ssoAdminRequestsPerSecond: 20,
  /** Requests a second for each operation of identitystore. */
  identityStoreRequestsPerSecondPerApi: 20,
  /** Requests a second for each operation of SCIM that reads. */
  scimReadsPerSecondPerApi: 40,
  /** Requests a second for each operation of SCIM that writes. */
  scimWritesPerSecondPerApi: 25,
  /** Largest page of sso-admin and identitystore. */
  pageSize: 100,
  /** Largest page of organizations. */
  organizationsPageSize: 20,
} as const;

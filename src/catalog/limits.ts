/**
 * Quotas and field limits of IAM Identity Center as AWS documented them on 2026-11-24.
 * Source: Identity Center User Guide, "Quotas and limits"; API Reference, PermissionSet and Tag.
 */
export const limits = {
  permissionSetName: /^[\w+=,.@-]{1,32}$/,
  permissionSetNameLength: 32,
  description: /^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]{1,700}$/,
  descriptionLength: 700,
  relayState: /^[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]{1,240}$/,
  relayStateLength: 240,
  sessionSeconds: { minimum: 3_600, maximum: 43_200 },
  tagKeyLength: 128,
  tagValueLength: 256,
  tagText: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  /** AWS managed and customer managed together. */
  managedPoliciesPerSet: 25,
  /** IAM's default; it can be raised, account by account. */
  managedPoliciesPerRole: 10,
  groupsPerSetAndAccount: 100,
  /** These two can be raised. */
  setsPerAccount: 500,
  setsPerInstance: 3_500,
  /** These too. */
  accounts: 7_000,
  users: 200_000,
  groups: 100_000,
  /** Ours, so that adding it to any date is a date. */
  expiryWarningDays: 3_650,
  inlinePolicyBytes: 32_768,
  inlinePolicyNonWhitespaceBytes: 10_240,
} as const;

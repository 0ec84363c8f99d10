/** The Identity Center instance. Source: sso-admin `ListInstances`. */
export interface Instance {
  /** `arn:aws:sso:::instance/ssoins-…` */
  readonly arn: string;
  /** `d-…` */
  readonly identityStoreId: string;
  /** The account that owns the instance, 12 digits. */
  readonly ownerAccountId: string;
  /** The region the instance was found in. */
  readonly region: string;
}

/** An account's life. Source: `State` of organizations `ListAccountsForParent`. Only an ACTIVE account can be granted. */
export type AccountStatus = "PENDING_ACTIVATION" | "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "CLOSED";

/** A member account of the organization. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
  readonly status: AccountStatus;
  /**
   * Path of names from the root, which is "/": "/Core", "/Platform/Dev". A "/" inside a name is written
   * `%2F` and a "%" `%25`, so that no name can pass for a path.
   */
  readonly ou: string;
  /** Ids of the root and the OUs on the way, outermost first. */
  readonly ouIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A group of the identity store. `displayName` is unique and case-sensitive. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  /** True when a SCIM provisioner made it (`ExternalIds[].Issuer` begins `https://scim.aws.com/`). */
  readonly scim: boolean;
}

/** A user of the identity store. */
export interface User {
  readonly id: string;
  readonly userName: string;
  readonly scim: boolean;
}

/**
 * Everything the catalog's names are resolved against. Lists are sorted: accounts by id, groups by
 * display name, users by user name (code points), so that a snapshot has one text.
 */
export interface Directory {
  readonly version: 1;
  readonly instance: Instance;
  /** 12 digits. */
  readonly managementAccountId: string;
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly users: readonly User[];
}

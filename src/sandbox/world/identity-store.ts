/** An id given by an outside system. Groups and users with an `Issuer` of `https://scim.aws.com/` came by SCIM. */
export interface ExternalIdRecord {
  readonly Issuer: string;
  readonly Id: string;
}

/** A group of the identity store. */
export interface GroupRecord {
  readonly id: string;
  displayName: string | null;
  description: string | null;
  readonly externalIds: readonly ExternalIdRecord[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  updatedAt: number;
}

/** A user of the identity store. */
export interface UserRecord {
  readonly id: string;
  readonly userName: string | null;
  readonly displayName: string | null;
  /** Every other member of CreateUser as it was sent: `Name`, `Emails`, `Title`, … */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** False when a provisioner has deactivated the user; without it, true. */
  readonly active?: boolean;
  readonly externalIds: readonly ExternalIdRecord[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A user's membership of a group. */
export interface MembershipRecord {
  readonly id: string;
  readonly groupId: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** By id. */
export type Groups = Record<string, GroupRecord>;
/** By id. */
export type Users = Record<string, UserRecord>;
/** By id. */
export type Memberships = Record<string, MembershipRecord>;

import type { Tags } from "./world.js";

/** What can be seeded or reached by CloseAccount; a closing account becomes CLOSED after the latency. */
export type StoredAccountState = "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE";

/** A member account. */
export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  state: StoredAccountState;
  /** When a PENDING_CLOSURE ends in CLOSED, in milliseconds since 1970; null when the account is not closing. */
  closedAt: number | null;
  /** Id of the root or of an OU. */
  parentId: string;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
}

/** An organizational unit. */
export interface OrganizationalUnitRecord {
  readonly id: string;
  readonly name: string;
  /** Id of the root or of an OU. */
  readonly parentId: string;
}

/** The organization: one root, a tree of OUs, accounts in it. */
export interface OrganizationRecord {
  readonly id: string;
  readonly rootId: string;
  readonly managementAccountId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** By id. */
  readonly units: Record<string, OrganizationalUnitRecord>;
  /** By id. */
  readonly accounts: Record<string, AccountRecord>;
  /** By the id of an account, OU or root. */
  readonly tags: Record<string, Tags>;
  /** Services that Organizations trusts beside Identity Center; absent in states of before, and until there is one. */
  trustedServices?: readonly string[];
  /** What of root access is centralized, sorted; absent like `trustedServices`. */
  rootFeatures?: readonly string[];
}

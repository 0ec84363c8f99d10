import type { PermissionSet } from "../catalog/permission-set.js";
import type { Span } from "../diagnostic/diagnostic.js";
import type { Instance } from "../directory/directory.js";

export type { Backend } from "../catalog/backend.js";
export type {
  CustomerManagedPolicy,
  PermissionSet,
  PermissionsBoundary,
  PolicyDocument,
} from "../catalog/permission-set.js";

export type PrincipalType = "GROUP" | "USER";

/** A group or user that is granted something, resolved as far as it can be. */
export interface Principal {
  readonly type: PrincipalType;
  readonly name: string;
  /** Identity store id, known only from a directory; null when there is none or it is created here. */
  readonly id: string | null;
  /** True for a group of the catalog's `groups`, which Terraform creates. */
  readonly created: boolean;
}

/** One account assignment: this principal has this permission set in this account. */
export interface Grant {
  readonly accountId: string;
  readonly accountName: string;
  readonly principalType: PrincipalType;
  readonly principalName: string;
  readonly permissionSet: string;
  /** The account type that led here; null when the account is named (or named as well). */
  readonly accountType: string | null;
  /** ISO-8601 instant, null for a grant without end. */
  readonly expiresAt: string | null;
  /** Every place in the catalog that says so, sorted. */
  readonly sources: readonly Span[];
}

/** The fully expanded access: what the stack turns into Terraform with no further decision. */
export interface AccessModel {
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Known from a directory; null means Terraform has to look the ids up. */
  readonly instance: Instance | null;
  /** 12 digits; null when neither a directory nor the account map says. */
  readonly managementAccountId: string | null;
  /** Sorted by name. */
  readonly permissionSets: readonly PermissionSet[];
  /** Every principal of a grant plus every created group, sorted by type and name. */
  readonly principals: readonly Principal[];
  /** Sorted by account id, principal type, principal name, permission set. */
  readonly grants: readonly Grant[];
}

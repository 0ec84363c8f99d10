import type { Instance } from "../../directory/directory.js";
import type { AccessSince } from "../access-since.js";
import type { GrantDrift } from "../grant-drift.js";

/** How much a permission set allows, the most first: `root` opens sessions as an account's root user. */
export type Privilege = "root" | "admin" | "write" | "read";

/** Everything the access report says. */
export interface ReportInput {
  readonly title: string;
  /** ISO-8601 in UTC; what ends is measured against it. */
  readonly createdAt: string;
  /** Null when no directory told it. */
  readonly instance: Instance | null;
  readonly grants: readonly ReportGrant[];
  readonly sets: readonly ReportSet[];
  /** Null when no audit was given: then the report says so, and not that there are none. */
  readonly findings: readonly ReportFinding[] | null;
  /** Null when no audit was given. */
  readonly drift: GrantDrift | null;
  /** Null when there is no earlier report to compare with. */
  readonly since: AccessSince | null;
}

/** Who has what where, and why. */
export interface ReportGrant {
  /** 12 digits. */
  readonly accountId: string;
  readonly accountName: string;
  /** Path of the organizational unit; null when no directory told it. */
  readonly ou: string | null;
  /** The account types the account is of. */
  readonly accountTypes: readonly string[];
  readonly principalType: "GROUP" | "USER";
  readonly principalName: string;
  /** Name. */
  readonly permissionSet: string;
  /** ISO-8601 in UTC; null for a grant without end. */
  readonly expiresAt: string | null;
  /** Places in the catalog, `file:line:column`. */
  readonly sources: readonly string[];
}

/** A permission set, with what it allows. */
export interface ReportSet {
  readonly name: string;
  readonly description: string | null;
  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  /** Path and name: `/team/Deny`. */
  readonly customerManagedPolicies: readonly string[];
  /** JSON text. */
  readonly inlinePolicy: string | null;
  /** ARN of an AWS managed policy, or path and name of a customer managed one. */
  readonly permissionsBoundary: string | null;
  /** ISO-8601 duration; null is AWS's default of one hour. */
  readonly sessionDuration: string | null;
  readonly privilege: Privilege;
}

/** A finding of an audit, as `identity audit --format json` writes it. */
export interface ReportFinding {
  readonly key: string;
  /** `IDC6nn` */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint: string | null;
  readonly details: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly subject: {
    readonly accountId: string | null;
    readonly principalType: "GROUP" | "USER" | null;
    readonly principalName: string | null;
    readonly permissionSet: string | null;
  };
}

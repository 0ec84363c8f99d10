import type { Reading } from "../directory/all-access.js";
import type { Instance } from "../directory/directory.js";
import type { Finding } from "./finding.js";
import type { GrantRow } from "./grant-row.js";
import type { QuotaUse } from "./quota-use.js";

/** A finding that the baseline accepts for a time. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** The last day, `2027-01-31`. */
  readonly until: string;
}

/** What an audit says: everything a report is made from. */
export interface AuditResult {
  /** ISO-8601 in UTC. */
  readonly createdAt: string;
  readonly instance: Instance;
  /** The most severe first; without the accepted ones. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** The fullest first. */
  readonly quotas: readonly QuotaUse[];
  /** What the catalog says, sorted by account, principal and permission set. */
  readonly expected: readonly GrantRow[];
  /** What AWS has, in the same order. */
  readonly actual: readonly GrantRow[];
  readonly reading: Reading;
  /** False when the state was not asked for, so that nothing is said about it. */
  readonly stateRead: boolean;
}

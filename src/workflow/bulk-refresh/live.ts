import type { AllAccess, LiveSet } from "../../directory/all-access.js";
import type { Directory, Instance } from "../../directory/directory.js";
import type { LiveAssignment } from "../../directory/live-access.js";
import type { GroupDetails } from "../../directory/read-group-details.js";

/** What AWS has, as it is looked up for one object of the state after the other. */
export interface Live {
  readonly instance: Instance;
  /** By ARN. */
  readonly sets: ReadonlyMap<string, LiveSet>;
  /** By `assignmentKey`. */
  readonly assignments: ReadonlySet<string>;
  /** By id. */
  readonly groups: ReadonlyMap<string, GroupDetails>;
  /** Ids of the accounts that can be granted. */
  readonly activeAccounts: ReadonlySet<string>;
}

/**
 * A reading that is not complete will do: what it may miss are grants of principals that nobody asked about, and
 * those of the state are all asked about, or their pairs are looked at. Were one missed even so, it would only
 * mean a full refresh.
 */
export function liveOf(
  { sets, assignments }: Pick<AllAccess, "sets" | "assignments">,
  { instance, accounts }: Directory,
  groups: ReadonlyMap<string, GroupDetails>,
): Live {
  return {
    instance,
    sets: new Map(sets.map((set) => [set.arn, set])),
    assignments: new Set(assignments.map(assignmentKey)),
    groups,
    activeAccounts: new Set(accounts.filter((a) => a.status === "ACTIVE").map((a) => a.id)),
  };
}

/** One text for one assignment. */
export function assignmentKey(assignment: LiveAssignment): string {
  const { accountId, permissionSetArn, principalType, principalId } = assignment;
  return JSON.stringify([accountId, permissionSetArn, principalType, principalId]);
}

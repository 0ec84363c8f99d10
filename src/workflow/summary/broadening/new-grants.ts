import { compareText } from "../../../diagnostic/order.js";
import { type Holding, holdingKey, type PlannedAssignment } from "../assignments.js";
import type { NameGrant } from "../grants.js";
import type { PlannedGrant } from "../summary.js";

/** A grant that nobody had before. */
export interface NewGrant extends PlannedGrant {
  readonly holding: Holding;
  /** The account type that led here; null when the account is named. */
  readonly accountType: string | null;
}

/** Sorted by principal, set and account; what only gets another address or is adopted is not new. */
export function newGrants(assignments: readonly PlannedAssignment[], nameOf: NameGrant): readonly NewGrant[] {
  const before = new Set(assignments.flatMap((a) => (a.before === null ? [] : [holdingKey(a.before)])));
  return assignments
    .flatMap((assignment) => {
      const holding = assignment.after;
      if (holding === null || before.has(holdingKey(holding))) return [];
      return [{ ...nameOf(assignment), holding, accountType: assignment.declared?.accountType ?? null }];
    })
    .sort(byPrincipal);
}

function byPrincipal(a: PlannedGrant, b: PlannedGrant): number {
  return (
    compareText(a.principalType, b.principalType) ||
    compareText(a.principalName, b.principalName) ||
    compareText(a.permissionSet, b.permissionSet) ||
    compareText(a.accountName, b.accountName)
  );
}

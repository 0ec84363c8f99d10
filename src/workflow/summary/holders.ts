import type { AccessModel } from "../../access/model.js";
import type { Directory } from "../../directory/directory.js";
import { type Holding, type PlannedAssignment, principalIds } from "./assignments.js";

/** Who has a set before or after a plan. */
export interface Holders {
  readonly accounts: number;
  readonly groups: number;
  readonly users: number;
}

export const nobody: Holders = { accounts: 0, groups: 0, users: 0 };

/** By set; a declared grant that the plan does not speak of counts too. */
export function holdersBySet(
  assignments: readonly PlannedAssignment[],
  model: AccessModel,
  directory: Directory,
): ReadonlyMap<string, Holders> {
  const planned = new Set(assignments.map((a) => a.declared));
  const sets = new Map<string, Record<"accounts" | "GROUP" | "USER", Set<string>>>();
  const add = ({ accountId, principalType, principal, permissionSet }: Holding): void => {
    const found = sets.get(permissionSet) ?? { accounts: new Set(), GROUP: new Set(), USER: new Set() };
    sets.set(permissionSet, found);
    found.accounts.add(accountId);
    found[principalType].add(principal);
  };
  for (const { before, after } of assignments) {
    if (before !== null) add(before);
    if (after !== null) add(after);
  }
  const idOf = principalIds(directory);
  for (const grant of model.grants)
    if (!planned.has(grant)) add({ ...grant, principal: idOf(grant.principalType, grant.principalName) });
  return new Map(
    [...sets].map(([set, { accounts, GROUP, USER }]) => [
      set,
      { accounts: accounts.size, groups: GROUP.size, users: USER.size },
    ]),
  );
}

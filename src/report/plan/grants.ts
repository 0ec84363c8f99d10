import { grouped } from "../../access/grouped.js";
import { visible } from "../../diagnostic/visible.js";
import type { PlannedGrant } from "../../workflow/summary/summary.js";
import { type Entry, type Part, partOf } from "./part.js";

const verbs = {
  remove: "taken away",
  replace: "replaced",
  add: "added",
  adopt: "adopted",
} as const satisfies Record<PlannedGrant["change"], string>;

/** A longer name does not push the columns of the others apart. */
const widest = 60;

/** The grants by what happens to them, removals first: one line for each principal in an account. */
export function grantParts(grants: readonly PlannedGrant[]): readonly Part[] {
  const nameOf = accountNames(grants);
  return (["remove", "replace", "add", "adopt"] as const).flatMap((change) => {
    const same = grants.filter((g) => g.change === change);
    const entries = entriesOf(change, same, nameOf);
    return partOf({ change, kind: "grant", verb: verbs[change], entries });
  });
}

function entriesOf(
  change: PlannedGrant["change"],
  grants: readonly PlannedGrant[],
  nameOf: (grant: PlannedGrant) => string,
): readonly Entry[] {
  const rows = grouped(grants, (g) => JSON.stringify([g.principalType, g.principalName, g.accountId])).map(
    (same) => ({
      who: `${same[0].principalType === "USER" ? "user " : ""}${visible(same[0].principalName)}`,
      where: `-> ${nameOf(same[0])}`,
      sets: same.map((g) => visible(g.permissionSet)),
    }),
  );
  const who = width(rows.map((row) => row.who));
  const where = width(rows.map((row) => row.where));
  return rows.map((row) => ({
    change,
    line: `${row.who.padEnd(who)}  ${row.where.padEnd(where)}  ${row.sets.join(", ")}`,
    count: row.sets.length,
    diff: [],
  }));
}

function width(cells: readonly string[]): number {
  return Math.max(0, ...[...new Set(cells.map((cell) => cell.length))].filter((length) => length <= widest));
}

/** An account by its name, and by its id too where another one has that name. */
function accountNames(grants: readonly PlannedGrant[]): (grant: PlannedGrant) => string {
  const ids = new Map<string, Set<string>>();
  for (const { accountId, accountName } of grants)
    ids.set(accountName, (ids.get(accountName) ?? new Set()).add(accountId));
  return ({ accountId, accountName }) => {
    const isShared = (ids.get(accountName)?.size ?? 0) > 1;
    return `${visible(accountName)}${isShared ? ` (${accountId})` : ""}`;
  };
}

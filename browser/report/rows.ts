import type { Columns } from "./columns.js";
import { at, type Level, type Model } from "./model.js";

/** One permission set in a cell, and in how many of its accounts the principal has it. */
export interface Line {
  readonly set: number;
  readonly level: Level;
  readonly count: number;
}

/** All access of one principal, by number of a column. */
export interface Row {
  readonly principal: number;
  readonly cells: ReadonlyMap<number, readonly Line[]>;
  /** The most lines a cell of it has. */
  readonly lines: number;
}

/** So many permission sets are shown in a cell; of more, only the number. */
export const linesShown = 4;

/** The rows of the matrix; `grants` are in the order of their principals. */
export function rowsOf(model: Model, grants: readonly number[], columns: Columns): readonly Row[] {
  const rows: Row[] = [];
  const sets = model.page.setNames.length;
  for (let from = 0; from < grants.length; ) {
    const principal = at(model.principal, at(grants, from));
    const counts = new Map<number, number>();
    let to = from;
    for (; to < grants.length && at(model.principal, at(grants, to)) === principal; to += 1) {
      const g = at(grants, to);
      const key = at(columns.of, at(model.account, g)) * sets + at(model.set, g);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    rows.push(rowOf(model, principal, counts, sets));
    from = to;
  }
  return rows;
}

function rowOf(model: Model, principal: number, counts: ReadonlyMap<number, number>, sets: number): Row {
  const cells = new Map<number, Line[]>();
  for (const [key, count] of counts) {
    const [column, set] = [Math.floor(key / sets), key % sets];
    const line = { set, level: model.levelOf[set] ?? "unknown", count };
    const known = cells.get(column);
    if (known === undefined) cells.set(column, [line]);
    else known.push(line);
  }
  for (const lines of cells.values())
    lines.sort((a, b) => at(model.setRank, a.set) - at(model.setRank, b.set));
  return { principal, cells, lines: Math.max(0, ...[...cells.values()].map((lines) => lines.length)) };
}

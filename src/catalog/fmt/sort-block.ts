import type { Group } from "./block-parts.js";
import { inOrder, type Order } from "./order.js";
import type { Range, Rewrite } from "./rewrite.js";

/**
 * Puts the items of a block collection in order: in each group, then the groups by their first items. Blank
 * lines stay between the groups. Null when nothing moves.
 */
export function sortBlock(groups: readonly Group[], column: number, order: Order): Rewrite | null {
  const before = groups.flatMap((g) => g.units);
  const after: Range[] = [];
  const parts: (string | Range)[] = [];
  for (let from = 0; from < groups.length; ) {
    const to = groups.findIndex((g, i) => i >= from && g.isFixed) + 1;
    const segment = groups.slice(from, to);
    sortGroups(segment, order).forEach((units, i) => {
      for (const unit of units) {
        if (after.length > 0) parts.push(" ".repeat(column));
        parts.push(unit);
        after.push(unit);
      }
      parts.push(segment[i]?.gap ?? "");
    });
    from = to;
  }
  const [first, last] = [before[0], before.at(-1)];
  if (first === undefined || last === undefined || after.every((unit, i) => unit === before[i])) return null;
  return { start: first.start, end: last.end, parts };
}

function sortGroups(groups: readonly Group[], order: Order): readonly (readonly Range[])[] {
  const sorted = groups.map(({ units }) => ({
    start: units[0]?.start ?? 0,
    end: units.at(-1)?.end ?? 0,
    units: inOrder(units, order, (unit) => unit),
  }));
  return inOrder(sorted, order, (group) => group.units[0] ?? group).map((group) => group.units);
}

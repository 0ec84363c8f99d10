import type { CST } from "yaml";
import { groupsOf } from "./block-parts.js";
import { type Comparison, comparison } from "./comparison.js";
import { planLines } from "./line-plan.js";
import { linesOf } from "./lines.js";
import { boundBy } from "./names.js";
import { type Places, placeIn } from "./places.js";
import type { Range, Rewrite } from "./rewrite.js";
import { sortBlock } from "./sort-block.js";
import { sortFlow } from "./sort-flow.js";
import { flowItemEnd, itemStart, tokenEnd, visitTokens } from "./tree.js";

type Item = CST.CollectionItem;

/** Puts lists that have no order, and keys that have one, in order; for a text that `layOut` made. */
export function orderCollections(text: string, root: CST.Token, places: Places): readonly Rewrite[] {
  const lines = linesOf(text);
  const plans = planLines(root, lines);
  if (plans === null) return [];
  const isText = (line: number): boolean => ["inside", "content"].includes(plans.get(line)?.kind ?? "");
  const isBound = boundBy(root);
  const found: Rewrite[] = [];

  /** `end` is the line behind the collection. */
  function visit(token: CST.Token, end: number): void {
    if (!("items" in token)) return;
    const items = token.items.filter((item) => itemStart(item) !== undefined);
    const starts = items.map((item) => itemStart(item) ?? token.offset);
    const compare = comparison(items, placeIn(lines, token.offset), places);
    if (compare !== null && items.length > 1) {
      const rewrite =
        token.type === "flow-collection" ? flow(token, items, compare) : block(token, starts, end, compare);
      if (rewrite !== null) found.push(rewrite);
    }
    items.forEach(({ key, value }, i) => {
      const next = starts[i + 1];
      const behind = next === undefined || token.type === "flow-collection" ? end : lines.at(next);
      if (key) visit(key, behind);
      if (value) visit(value, behind);
    });
  }

  function block(
    token: CST.Token,
    starts: readonly number[],
    end: number,
    compare: Comparison,
  ): Rewrite | null {
    const groups = groupsOf(lines, starts, end, isText);
    // Blank lines between groups would become part of a text that keeps what follows it.
    if (groups.length > 1 && keepsBlankLines(token)) return null;
    const first = starts[0] ?? 0;
    const numbers = new Map(groups.flatMap((g) => g.units).map((unit, i) => [unit, i]));
    const byNumber = (a: Range, b: Range): number => compare(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
    return sortBlock(groups, first - lines.start(lines.at(first)), { compare: byNumber, isBound });
  }

  function flow(token: CST.FlowCollection, items: readonly Item[], compare: Comparison): Rewrite | null {
    const ranges = items.map((item) => ({ start: itemStart(item) ?? 0, end: flowItemEnd(item) }));
    const numbers = new Map<Range, number>(ranges.map((range, i) => [range, i]));
    const byNumber = (a: Range, b: Range): number => compare(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
    const inside = { start: token.offset + token.start.source.length, end: tokenEnd(token) - 1 };
    return sortFlow(text, inside, ranges, { compare: byNumber, isBound });
  }

  let end = 0;
  while (end < lines.count && (isText(end) || !/^\.\.\.(\s|$)/.test(lines.get(end)))) end++;
  visit(root, end);
  return found;
}

/** True when a block scalar (`|+`) in it has the blank lines behind it as its own. */
function keepsBlankLines(token: CST.Token): boolean {
  let keeps = false;
  visitTokens(token, (t) => {
    keeps ||= t.type === "block-scalar-header" && t.source.includes("+");
  });
  return keeps;
}

import { CST } from "yaml";
import { compareText } from "../../diagnostic/order.js";
import { groupsOf } from "./block-parts.js";
import { planLines } from "./line-plan.js";
import { linesOf } from "./lines.js";
import { boundBy } from "./names.js";
import { type Places, placeIn } from "./places.js";
import type { Range, Rewrite } from "./rewrite.js";
import { sortBlock } from "./sort-block.js";
import { sortFlow } from "./sort-flow.js";
import { flowItemEnd, itemStart, tokenEnd } from "./tree.js";

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
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
    const compare = comparison(token, items);
    if (compare !== null && items.length > 1) {
      const rewrite =
        token.type === "flow-collection" ? flow(token, items, compare) : block(starts, end, compare);
      if (rewrite !== null) found.push(rewrite);
    }
    items.forEach(({ key, value }, i) => {
      const next = starts[i + 1];
      const behind = next === undefined || token.type === "flow-collection" ? end : lines.at(next);
      if (key) visit(key, behind);
      if (value) visit(value, behind);
    });
  }

  /** Compares items by their numbers; null when their order is the author's. */
  function comparison(token: Collection, items: readonly Item[]): ((a: number, b: number) => number) | null {
    const place = placeIn(lines, token.offset);
    const keys = places.lists.get(place);
    if (keys !== undefined) {
      return keys.length === items.length ? (a, b) => compareText(keys[a] ?? "", keys[b] ?? "") : null;
    }
    const order = places.orders.get(place);
    if (order === undefined) return null;
    const ranks = items.map((item) => rank(item, order));
    return (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
  }

  function block(
    starts: readonly number[],
    end: number,
    compare: (a: number, b: number) => number,
  ): Rewrite | null {
    const groups = groupsOf(lines, starts, end, isText);
    const first = starts[0] ?? 0;
    const numbers = new Map(groups.flatMap((g) => g.units).map((unit, i) => [unit, i]));
    const byNumber = (a: Range, b: Range): number => compare(numbers.get(a) ?? 0, numbers.get(b) ?? 0);
    return sortBlock(groups, first - lines.start(lines.at(first)), { compare: byNumber, isBound });
  }

  function flow(
    token: CST.FlowCollection,
    items: readonly Item[],
    compare: (a: number, b: number) => number,
  ): Rewrite | null {
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

/** Merge keys first, then the keys that have a place, then the others as they were written. */
function rank({ key }: Item, order: readonly string[]): number {
  if (key?.type === "scalar" && key.source === "<<") return -1;
  const name = key && CST.isScalar(key) ? CST.resolveAsScalar(key)?.value : undefined;
  const at = name === undefined ? -1 : order.indexOf(name);
  return at < 0 ? order.length : at;
}

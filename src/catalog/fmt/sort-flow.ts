import { inOrder, type Order } from "./order.js";
import type { Range, Rewrite } from "./rewrite.js";

type Parts = readonly (string | Range)[];

const comments = "((?:[ \\t]*#[^\\n]*\\n)*)";
/** Before the first item, each on a line of its own: what follows the bracket; comments; indentation. */
const opening = new RegExp(`^([ \\t]*(?:#[^\\n]*)?\\n)${comments}([ \\t]*)$`);
/** Behind an item: the comma; a comment on its line; comments; the indentation of the next line. */
const closing = new RegExp(`^([ \\t]*,?)([ \\t]*(?:#[^\\n]*)?)\\n${comments}([ \\t]*)$`);

/**
 * Puts the items of a flow collection in order. `inside` is the range between its brackets. Commas and white
 * space stay where they are; comments move with their items when each item has a line of its own. Null when
 * nothing moves, or when it is not clear whose a comment is.
 */
export function sortFlow(text: string, inside: Range, items: readonly Range[], order: Order): Rewrite | null {
  const sorted = inOrder(items, order, (item) => item);
  if (sorted.every((item, i) => item === items[i])) return null;
  const gaps = [...items, { start: inside.end, end: inside.end }].map((item, i) =>
    text.slice(items[i - 1]?.end ?? inside.start, item.start),
  );
  const parts = gaps.some((gap) => gap.includes("#"))
    ? withComments(items, sorted, gaps)
    : [...sorted.flatMap((item, i): Parts => [gaps[i] ?? "", item]), gaps.at(-1) ?? ""];
  return parts === null ? null : { ...inside, parts };
}

function withComments(
  items: readonly Range[],
  sorted: readonly Range[],
  gaps: readonly string[],
): Parts | null {
  const first = opening.exec(gaps[0] ?? "");
  const rest = gaps.slice(1).map((gap) => closing.exec(gap));
  const [, head = "", above = "", indent = ""] = first ?? [];
  const slots = rest.map((match, i) => {
    const [, comma = "", behind = ""] = match ?? [];
    const [, , , aboveThis = "", indentThis = ""] = (i === 0 ? null : rest[i - 1]) ?? [];
    return { comma, behind, above: i === 0 ? above : aboveThis, indent: i === 0 ? indent : indentThis };
  });
  const [, , , foot = "", last = ""] = rest.at(-1) ?? [];
  if (first === null || rest.includes(null)) return null;
  const parts = sorted.flatMap((item, i): Parts => {
    const from = slots[items.indexOf(item)];
    return [
      from?.above ?? "",
      slots[i]?.indent ?? "",
      item,
      slots[i]?.comma ?? "",
      `${from?.behind ?? ""}\n`,
    ];
  });
  return [head, ...parts, foot, last];
}

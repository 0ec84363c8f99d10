import type { CST } from "yaml";
import type { Lines } from "./lines.js";
import { itemStart, tokenEnd } from "./tree.js";

/** A block collection: the column it has, and the one it gets. */
export interface Block {
  readonly depth: number;
  readonly parent: Block | null;
  readonly from: number;
  readonly to: number;
}

/** What a line is, for its indentation. Blank lines, comments and lone properties have no plan. */
export type LinePlan =
  /** Begins an item; `inner` is the last block collection that begins on the line. */
  | { readonly kind: "item"; readonly block: Block; readonly inner: Block }
  /** Inside a flow collection or a quoted or plain text. */
  | { readonly kind: "inside"; readonly column: number; readonly isDoubleQuoted: boolean }
  /** Text of a block scalar. `blank` is how many spaces alone on a line mean nothing. */
  | { readonly kind: "content"; readonly shift: number; readonly blank: number };

/** Two columns a level. */
const step = 2;

/** Plans every line of a tree; null when it has explicit keys (`? key`), which are left as they are. */
export function planLines(root: CST.Token, lines: Lines): ReadonlyMap<number, LinePlan> | null {
  const plans = new Map<number, LinePlan>();
  let isUsual = true;

  function block(token: CST.BlockMap | CST.BlockSequence, parent: Block | null): void {
    const first = token.items[0] && itemStart(token.items[0]);
    if (first === undefined) return;
    const from = first - lines.start(lines.at(first));
    const to = parent === null ? 0 : parent.to + step;
    const own = { depth: (parent?.depth ?? -1) + 1, parent, from, to };
    for (const item of token.items) {
      const start = itemStart(item) ?? first;
      const line = lines.at(start);
      const isFirst = lines.start(line) + lines.indent(line) === start;
      const outer = plans.get(line);
      if (isFirst) plans.set(line, { kind: "item", block: own, inner: own });
      else if (outer?.kind === "item") plans.set(line, { ...outer, inner: own });
      else isUsual = false;
      isUsual &&= !item.start.some((t) => t.type === "explicit-key-ind");
      if (item.key) value(item.key, own, own.to, 0);
      if (item.value) value(item.value, own, own.to, 0);
    }
  }

  function value(token: CST.Token, parent: Block | null, base: number, depth: number): void {
    if (token.type === "block-map" || token.type === "block-seq") block(token, parent);
    else if (token.type === "block-scalar") content(token, parent, base);
    else if (token.type === "flow-collection") flow(token, parent, base, depth + 1);
    else inside(token, base + step * Math.max(depth, 1));
  }

  function inside(token: CST.Token, column: number): void {
    const isDoubleQuoted = token.type === "double-quoted-scalar";
    for (let line = lines.at(token.offset) + 1; line <= lines.at(tokenEnd(token)); line++) {
      plans.set(line, { kind: "inside", column, isDoubleQuoted });
    }
  }

  function flow(token: CST.FlowCollection, parent: Block | null, base: number, depth: number): void {
    inside(token, base + step * depth);
    const closing = tokenEnd(token) - 1;
    const last = lines.at(closing);
    if (last > lines.at(token.offset) && lines.start(last) + lines.indent(last) === closing) {
      plans.set(last, { kind: "inside", column: base + step * (depth - 1), isDoubleQuoted: false });
    }
    for (const { key, value: inner } of token.items) {
      if (key) value(key, parent, base, depth);
      if (inner) value(inner, parent, base, depth);
    }
  }

  function content(token: CST.BlockScalar, parent: Block | null, base: number): void {
    const header = token.props.find((t) => t.type === "block-scalar-header");
    const mark = header && "source" in header ? header.source : "";
    const from = lines.at(tokenEnd(token) - token.source.length);
    let end = token.source === "" ? from : lines.at(tokenEnd(token) - 1) + 1;
    // Unless they are kept, blank lines at the end are not part of the text.
    while (!mark.includes("+") && end > from && lines.get(end - 1).trim() === "") end--;
    const isIndicated = /[1-9]/.test(mark);
    const text = Array.from({ length: end - from }, (_, i) => lines.get(from + i)).find(
      (l) => l.trim() !== "",
    );
    const indent = /^ */.exec(text ?? "")?.[0].length ?? 0;
    const shift = isIndicated ? base - (parent?.from ?? 0) : base + step - indent;
    const blank = isIndicated ? 0 : text === undefined ? Number.POSITIVE_INFINITY : indent;
    for (let line = from; line < end; line++) plans.set(line, { kind: "content", shift, blank });
  }

  value(root, null, 0, 0);
  return isUsual ? plans : null;
}

import type { Span } from "../../diagnostic/diagnostic.js";
import type { Node } from "../yaml/node.js";

export interface Located {
  readonly node: Node | undefined;
  /** The value, or its key when nothing is written after it. */
  readonly span: Span;
  /** The key that leads to the value, or the value itself in a list. */
  readonly keySpan: Span;
  /** True when the value or something around it has a tag, so that it is not known. */
  readonly tagged: boolean;
}

/** Follows keys and indexes from the root; `rootKey` is the place of the root's own key. */
export function locate(root: Node, path: readonly string[], rootKey: Span): Located {
  let node: Node | undefined = root;
  let span = rootKey;
  let keySpan = rootKey;
  let tagged = root.tag !== null;
  for (const part of path) {
    if (node?.kind === "map") {
      const entry = node.entries.get(part);
      if (entry !== undefined) {
        keySpan = entry.keySpan;
        span = isUnwritten(entry.value) ? keySpan : entry.value.span;
      }
      node = entry?.value;
    } else if (node?.kind === "list") {
      node = node.items[Number(part)];
      if (node !== undefined) keySpan = span = node.span;
    } else return { node: undefined, span, keySpan, tagged };
    tagged ||= node?.tag !== null && node !== undefined;
  }
  return { node, span, keySpan, tagged };
}

function isUnwritten(node: Node): boolean {
  return node.kind === "scalar" && node.value === null && node.source === "";
}

import type { Node } from "../catalog/yaml/node.js";
import type { Span } from "../diagnostic/diagnostic.js";

/** The place of the value behind a path of keys and indices, or of the last container on the way that exists. */
export function locate(root: Node, path: readonly string[]): Span {
  let node = root;
  for (const part of path) {
    const next: Node | undefined =
      node.kind === "map"
        ? node.entries.get(part)?.value
        : node.kind === "list"
          ? node.items[Number(part)]
          : undefined;
    if (next === undefined) break;
    node = next;
  }
  return node.span;
}

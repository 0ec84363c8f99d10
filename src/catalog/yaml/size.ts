import type { Node } from "./node.js";

/** What a node stands for when every alias is written out. */
export interface Size {
  /** Maps, lists and scalars, itself included. */
  readonly values: number;
  /** Maps and lists inside each other; a scalar has none. */
  readonly depth: number;
}

const scalar: Size = { values: 1, depth: 0 };

/** The size of a node whose children were measured before; remembers it. */
export function measured(node: Node, sizes: Map<Node, Size>): Size {
  if (node.kind === "scalar") return scalar;
  let values = 1;
  let depth = 0;
  const add = (child: Node): void => {
    const size = sizes.get(child) ?? scalar;
    values += size.values;
    depth = Math.max(depth, size.depth);
  };
  if (node.kind === "list") node.items.forEach(add);
  else for (const entry of node.entries.values()) add(entry.value);
  const size = { values, depth: depth + 1 };
  sizes.set(node, size);
  return size;
}

import type { Named } from "../catalog.js";
import { itemsOf, type Node, textOf } from "../yaml/node.js";

/** The texts of a list that are names, with their places. */
export function names(node: Node | undefined): readonly Named[] {
  return itemsOf(node).flatMap(named);
}

/** A text that is a name; nothing for anything else. */
export function named(node: Node | undefined): readonly Named[] {
  const name = textOf(node);
  if (name === undefined || name === "" || node === undefined || node.tag !== null) return [];
  return [{ name, span: node.span }];
}

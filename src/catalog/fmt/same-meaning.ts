import { compareText } from "../../diagnostic/order.js";
import type { ListNode, Node } from "../yaml/node.js";
import { type Places, placeOf } from "./places.js";

/** A parsed file, and what in it may differ without another meaning. */
export interface Meaning {
  readonly root: Node;
  readonly places: Places;
}

/**
 * True when both files say the same: every value is equal, but for the order of lists that have none, and for
 * account ids, which are text whether they were quoted or not.
 */
export function haveSameMeaning(before: Meaning, after: Meaning): boolean {
  const equal = new Map<Node, Set<Node>>();

  function same(a: Node, b: Node): boolean {
    const known = equal.get(a);
    if (known?.has(b)) return true;
    // Assumed until a difference is found, which ends the comparison.
    equal.set(a, (known ?? new Set()).add(b));
    return a.tag === b.tag && sameValue(a, b);
  }

  function sameValue(a: Node, b: Node): boolean {
    if (a.kind === "scalar" && b.kind === "scalar") {
      return Object.is(a.value, b.value) || (before.places.ids.has(placeOf(a.span)) && a.source === b.value);
    }
    if (a.kind === "list" && b.kind === "list") {
      const [x, y] = [sortedItems(a, before.places), sortedItems(b, after.places)];
      return x.length === y.length && x.every((item, i) => same(item, y[i] ?? b));
    }
    if (a.kind !== "map" || b.kind !== "map" || a.entries.size !== b.entries.size) return false;
    return [...a.entries.values()].every(({ key, value }) => {
      const other = b.entries.get(key);
      return other !== undefined && same(value, other.value);
    });
  }

  return same(before.root, after.root);
}

function sortedItems(list: ListNode, places: Places): readonly Node[] {
  const keys = places.lists.get(placeOf(list.span));
  if (keys === undefined) return list.items;
  const items = list.items.map((item, i) => ({ item, key: keys[i] ?? "" }));
  return items.sort((a, b) => compareText(a.key, b.key)).map(({ item }) => item);
}

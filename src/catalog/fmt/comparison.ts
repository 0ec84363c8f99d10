import { CST } from "yaml";
import { compareText } from "../../diagnostic/order.js";
import type { Places } from "./places.js";

/** Compares two items of a collection by their numbers. */
export type Comparison = (a: number, b: number) => number;

/** How the items of the collection at a place are compared; null when their order is the author's. */
export function comparison(
  items: readonly CST.CollectionItem[],
  place: string,
  { lists, orders }: Places,
): Comparison | null {
  const keys = lists.get(place);
  if (keys !== undefined) {
    return keys.length === items.length ? (a, b) => compareText(keys[a] ?? "", keys[b] ?? "") : null;
  }
  const order = orders.get(place);
  if (order === undefined) return null;
  const ranks = items.map((item) => rank(item, order));
  return (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
}

/** Merge keys first, then the keys that have a place, then the others as they were written. */
function rank({ key }: CST.CollectionItem, order: readonly string[]): number {
  if (key?.type === "scalar" && key.source === "<<") return -1;
  const name = key && CST.isScalar(key) ? CST.resolveAsScalar(key)?.value : undefined;
  const at = name === undefined ? -1 : order.indexOf(name);
  return at < 0 ? order.length : at;
}

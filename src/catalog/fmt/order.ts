import type { IsBound } from "./names.js";
import type { Range } from "./rewrite.js";
import { sortWithin } from "./sort.js";

/** How the items of one collection are ordered. */
export interface Order {
  compare(a: Range, b: Range): number;
  /** Null when nothing in the file is bound. */
  readonly isBound: IsBound | null;
}

/** Sorts items, or groups of items: those by their first items. */
export function inOrder<T extends Range>(
  things: readonly T[],
  { compare, isBound }: Order,
  first: (thing: T) => Range,
): readonly T[] {
  const byFirst = (a: T, b: T): number => compare(first(a), first(b));
  return isBound === null ? things.toSorted(byFirst) : sortWithin(things, byFirst, isBound);
}

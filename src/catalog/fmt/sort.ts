/**
 * Sorts by `compare`, equal ones as they were; two items that are bound keep their order. Sorting the
 * result again changes nothing.
 */
export function sortWithin<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  isBound: (earlier: T, later: T) => boolean,
): readonly T[] {
  const wanted = items.toSorted(compare);
  const behind = new Map(
    items.map((item, i) => [item, items.slice(0, i).filter((earlier) => isBound(earlier, item))]),
  );
  const placed = new Set<T>();
  while (placed.size < items.length) {
    const next = wanted.find((item) => !placed.has(item) && behind.get(item)?.every((b) => placed.has(b)));
    if (next === undefined) return items;
    placed.add(next);
  }
  return [...placed];
}

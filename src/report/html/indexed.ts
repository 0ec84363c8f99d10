/** Different items in the order they came, and the number of each. */
export interface Indexed<T> {
  readonly items: readonly T[];
  /** The number of the item with a key; the first that came with it is kept. */
  readonly at: (key: string, item: T) => number;
}

/** A table that is empty yet. */
export function indexed<T>(): Indexed<T> {
  const items: T[] = [];
  const numbers = new Map<string, number>();
  const at = (key: string, item: T): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, items.length);
    return items.push(item) - 1;
  };
  return { items, at };
}

/** Where each of some sizes begins, and where the last one ends. */
export function offsetsOf(sizes: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
  return offsets;
}

/** Number of the first and after the last item that is between two points, with `more` on either side. */
export function windowOf(
  offsets: readonly number[],
  from: number,
  to: number,
  more: number,
): readonly [first: number, end: number] {
  const count = offsets.length - 1;
  const first = Math.max(0, itemAt(offsets, from) - more);
  return [first, Math.max(first, Math.min(count, itemAt(offsets, to) + 1 + more))];
}

/** Number of the item at a point; the last one when the point is behind all. */
function itemAt(offsets: readonly number[], point: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= point) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

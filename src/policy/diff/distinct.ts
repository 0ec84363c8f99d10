/** Each text once, sorted: two lists that have the same texts become equal. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** One line of what changes about a set. */
export interface DiffLine {
  /** What was and is no more, what is new, or null for a line that says of what the next ones are. */
  readonly mark: "-" | "+" | null;
  /** Holds nothing that cannot be seen. */
  readonly text: string;
}

/** What is in only one of two lists of texts: what was first. Texts with one key count as equal. */
export function differing(
  before: readonly string[],
  after: readonly string[],
  keyOf: (text: string) => string = (text) => text,
): readonly DiffLine[] {
  return [...lacking(before, after, "-", keyOf), ...lacking(after, before, "+", keyOf)];
}

function lacking(
  texts: readonly string[],
  others: readonly string[],
  mark: "-" | "+",
  keyOf: (text: string) => string,
): readonly DiffLine[] {
  const known = new Set(others.map(keyOf));
  const own = new Map(texts.map((text) => [keyOf(text), text]));
  return [...own].flatMap(([key, text]) => (known.has(key) ? [] : [{ mark, text }]));
}

/** A piece of a report that is cut, by whole entries, when it does not fit. */
export interface Section {
  /** What has a lower rank is kept before. */
  readonly rank: number;
  /** Stands before and after the entries, and nowhere when none of them is kept. */
  readonly before: string;
  readonly entries: readonly Piece[];
  readonly after: string;
  /** One and many of what is counted when entries are left out: `grant added`, `grants added`. */
  readonly what: readonly [one: string, many: string];
}

/** Text that is kept whole or not at all. */
export interface Piece {
  readonly text: string;
  /** So many of what the section counts. */
  readonly count: number;
}

/** A section of items that count one each; none when there are none. */
export function listed(
  section: Omit<Section, "entries"> & { readonly items: readonly string[] },
): readonly Section[] {
  const { items, ...rest } = section;
  return items.length === 0 ? [] : [{ ...rest, entries: items.map((text) => ({ text, count: 1 })) }];
}

/** What stands before and after Markdown that a click on `title`, which is HTML, opens. */
export function collapsed(title: string): readonly [before: string, after: string] {
  return [`<details>\n<summary>${title}</summary>\n\n`, "\n</details>\n\n"];
}

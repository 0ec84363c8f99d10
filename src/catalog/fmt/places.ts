import type { Span } from "../../diagnostic/diagnostic.js";
import type { Lines } from "./lines.js";

/** What may be changed in a file, by place: only in the catalog's own blocks. */
export interface Places {
  /** Scalars that are account ids. */
  readonly ids: ReadonlySet<string>;
  /** Scalars that are text. */
  readonly texts: ReadonlySet<string>;
  /** Maps whose keys are text. */
  readonly keys: ReadonlySet<string>;
  /** Maps with an order: the keys that have a place in it. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
  /** Lists in which every order means the same: what each item is sorted by. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** The place of a value, as a key. */
export function placeOf({ line, column }: Pick<Span, "line" | "column">): string {
  return `${line}:${column}`;
}

/** The place at an offset of the text, as a key. */
export function placeIn(lines: Lines, offset: number): string {
  const line = lines.at(offset);
  return placeOf({ line: line + 1, column: offset - lines.start(line) + 1 });
}

import type { Span } from "../../../diagnostic/diagnostic.js";

/** The place of a part of a text; offsets count UTF-16 code units from 0, the end is exclusive. */
export type Place = (start: number, end: number) => Span;

/** Places in a text; lines end where code frames end them. */
export function placesIn(text: string, file: string): Place {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  const at = (offset: number): readonly [line: number, column: number] => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return [low + 1, offset - (starts[low] ?? 0) + 1];
  };
  return (start, end) => {
    const [line, column] = at(start);
    const [endLine, endColumn] = at(Math.max(start, end));
    return { file, line, column, endLine, endColumn };
  };
}

import { visible } from "../../diagnostic/visible.js";
import { table } from "../table.js";

/** So many entries of a list are shown in a terminal. */
export const mostShown = 20;

/** Each row as a line, its cells below those of the others; a column in which nothing stands takes no room. */
export function alignedRows(rows: readonly (readonly string[])[]): readonly string[] {
  const isUsed = (column: number): boolean => rows.some((row) => (row[column] ?? "") !== "");
  const cells = rows.map((row) => row.filter((_, column) => isUsed(column)).map(visible));
  return table(cells).split("\n").slice(0, -1);
}

/** `  and 280 more: --format json has all`, when the list has more entries than are shown. */
export function moreLines(all: number): readonly string[] {
  return all > mostShown ? [`  and ${all - mostShown} more: --format json has all`] : [];
}

import { type Columns, columnsOf } from "./columns.js";
import type { Context } from "./context.js";
import { offsetsOf } from "./offsets.js";
import { linesShown, type Row, rowsOf } from "./rows.js";

/** The matrix, laid out: sizes in CSS pixels. */
export interface Matrix {
  readonly context: Context;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** Where rows and columns begin, from the corner of the cells. */
  readonly tops: readonly number[];
  readonly lefts: readonly number[];
}

export const sizes = {
  head: 232,
  band: 34,
  names: 46,
  bandColumn: 236,
  accountColumn: 196,
  line: 22,
  pad: 16,
  /** Room for a name and what it is. */
  least: 48,
} as const;

/** Lays out the grants that pass the filters. */
export function matrixOf(context: Context): Matrix {
  const { model, grants, state } = context;
  const columns = columnsOf(model, grants, state.by, state.open);
  const rows = rowsOf(model, grants, columns);
  const heights = rows.map(({ lines }) => Math.max(sizes.least, sizes.pad + sizes.line * linesOf(lines)));
  const widths = columns.list.map(({ account }) =>
    account === null ? sizes.bandColumn : sizes.accountColumn,
  );
  return { context, columns, rows, tops: offsetsOf(heights), lefts: offsetsOf(widths) };
}

/** With one more for the number of those that are not shown. */
function linesOf(lines: number): number {
  return lines > linesShown ? linesShown + 1 : lines;
}

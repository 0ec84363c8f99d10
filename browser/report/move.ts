import type { Columns } from "./columns.js";

/** The number of a column's header, or of a row's. */
export const header = -1;
/** The number of the row of bands. */
export const bandRow = -2;

/** A cell: number of the row (-2: bands, -1: names of columns) and of the column (-1: names of rows). */
export interface Cell {
  readonly r: number;
  readonly c: number;
}

/** Where a key leads from a cell of a grid; null when it is no key of the grid. */
export function moved(
  cell: Cell,
  key: string,
  ctrl: boolean,
  columns: Columns,
  rows: number,
  page: number,
): Cell | null {
  const last = { r: rows - 1, c: columns.list.length - 1 };
  const { r, c } = cell;
  const step = r === bandRow ? bandStep(columns, c) : { left: c - 1, right: c + 1 };
  const to: Readonly<Record<string, Cell>> = {
    ArrowUp: { r: ctrl ? bandRow : r - 1, c },
    ArrowDown: { r: ctrl ? last.r : r + 1, c },
    ArrowLeft: { r, c: ctrl ? header : step.left },
    ArrowRight: { r, c: ctrl ? last.c : step.right },
    Home: { r: ctrl ? bandRow : r, c: header },
    End: { r: ctrl ? last.r : r, c: last.c },
    PageUp: { r: Math.max(Math.min(r, 0), r - page), c },
    PageDown: { r: r + page, c },
  };
  const next = to[key];
  return next === undefined ? null : inside(next, columns, rows);
}

/** The nearest cell there is; of a band, its first column. */
export function inside({ r, c }: Cell, columns: Columns, rows: number): Cell {
  const row = Math.max(bandRow, Math.min(rows - 1, r));
  const column = Math.max(header, Math.min(columns.list.length - 1, c));
  const band = columns.list[column]?.band;
  return { r: row, c: row === bandRow && band !== undefined ? band.first : column };
}

function bandStep({ list, bands }: Columns, c: number): { readonly left: number; readonly right: number } {
  const now = list[c]?.band;
  const i = now === undefined ? -1 : bands.indexOf(now);
  return { left: bands[i - 1]?.first ?? header, right: bands[i + 1]?.first ?? c };
}

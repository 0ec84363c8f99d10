import { setLabel } from "./badge.js";
import type { Band } from "./columns.js";
import { el, named } from "./dom.js";
import { type Matrix, sizes } from "./matrix.js";
import { bandRow, header } from "./move.js";
import { linesShown } from "./rows.js";

/** The heading of a collection of accounts: it opens and closes it. */
export function bandCell(matrix: Matrix, band: Band): HTMLElement {
  const last = band.first + (band.open ? band.accounts.length : 1);
  const [left, right] = [matrix.lefts[band.first] ?? 0, matrix.lefts[last] ?? 0];
  const label = el(
    "span",
    { class: "band-label" },
    el("span", { class: "arrow", "aria-hidden": "true" }, band.open ? "▾" : "▸"),
    named(band.key),
  );
  const cell = el(
    "div",
    {
      ...{ role: "columnheader", class: "cell band", tabindex: -1, "aria-expanded": `${band.open}` },
      ...{ "aria-colindex": band.first + 2, "aria-colspan": last - band.first },
      ...{ "data-r": bandRow, "data-c": band.first },
    },
    label,
  );
  place(cell, left, right - left);
  return cell;
}

/** The heading of a column: an account, or how many there are. */
export function columnCell(matrix: Matrix, c: number): HTMLElement {
  const column = matrix.columns.list[c];
  const number = column?.account ?? null;
  const account = number === null ? undefined : matrix.context.model.page.accounts[number];
  const count = column?.band.accounts.length ?? 0;
  const cell = el(
    "div",
    { ...{ role: "columnheader", class: "cell name", tabindex: -1 }, ...position(header, c) },
    ...(account === undefined
      ? [el("span", { class: "id" }, `${count} account${count === 1 ? "" : "s"}`)]
      : [
          el("span", { class: "account", title: account.name }, named(account.name)),
          el("span", { class: "id" }, account.id),
        ]),
  );
  placeAt(matrix, cell, c);
  return cell;
}

/** The heading of a row: a group or user. */
export function rowHead(matrix: Matrix, r: number): HTMLElement {
  const who = matrix.context.model.page.principals[matrix.rows[r]?.principal ?? -1] ?? {
    type: "GROUP",
    name: "",
  };
  return el(
    "div",
    { ...{ role: "rowheader", class: "cell head", tabindex: -1 }, ...position(r, header) },
    el("span", { class: "who", title: who.name }, named(who.name)),
    el("span", { class: "kind" }, who.type === "GROUP" ? "group" : "user"),
  );
}

/** What a principal has in one column, on the colour of what allows most. */
export function bodyCell(matrix: Matrix, r: number, c: number): HTMLElement {
  const { page } = matrix.context.model;
  const lines = matrix.rows[r]?.cells.get(c) ?? [];
  const collapsed = matrix.columns.list[c]?.account === null;
  const shown = lines
    .slice(0, linesShown)
    .map(({ set, level, count }) => setLabel(level, page.setNames[set] ?? "", collapsed ? `×${count}` : ""));
  const rest = lines.length - shown.length;
  const cell = el(
    "div",
    {
      ...{
        role: "gridcell",
        class: `cell ${lines[0] === undefined ? "empty" : `at-${lines[0].level}`}`,
        tabindex: -1,
      },
      ...position(r, c),
    },
    ...shown,
    rest > 0 ? el("span", { class: "rest" }, `and ${rest} more`) : null,
    lines.length === 0 ? el("span", { class: "sr" }, "no access") : null,
  );
  placeAt(matrix, cell, c);
  return cell;
}

/** What is in the corner: what rows and columns are. */
export function corner(r: number, text: string): HTMLElement {
  return el(
    "div",
    { ...{ role: "columnheader", class: "cell head corner", tabindex: -1 }, ...position(r, header) },
    text,
  );
}

function position(r: number, c: number): Readonly<Record<string, number>> {
  return { "data-r": r, "data-c": c, "aria-colindex": c + 2 };
}

function placeAt(matrix: Matrix, cell: HTMLElement, c: number): void {
  const left = matrix.lefts[c] ?? 0;
  place(cell, left, (matrix.lefts[c + 1] ?? left) - left);
}

function place(cell: HTMLElement, left: number, width: number): void {
  cell.style.left = `${left + sizes.head}px`;
  cell.style.width = `${width}px`;
}

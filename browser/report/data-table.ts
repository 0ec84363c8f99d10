import { el, fill } from "./dom.js";

/** A column of a table: its heading, and what is in a row. */
export interface TableColumn<T> {
  readonly head: string;
  readonly cell: (row: T) => Node | string | null;
}

/** So many rows are drawn at first: more take long, and nobody reads them. */
const first = 300;

/** A table with a caption; when it is long, a button shows the rest. `none` is said when there are no rows. */
export function dataTable<T>(
  caption: string,
  none: string,
  rows: readonly T[],
  columns: readonly TableColumn<T>[],
): HTMLElement {
  if (rows.length === 0) return el("p", { class: "none" }, none);
  const heads = columns.map(({ head }) => el("th", { scope: "col" }, head));
  const body = el("tbody", {}, ...rows.slice(0, first).map((row) => rowOf(row, columns)));
  const table = el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads)), body);
  const box = el("div", { class: "table", tabindex: 0, role: "region", "aria-label": caption }, table);
  if (rows.length <= first) return box;
  const more = el(
    "button",
    { type: "button", class: "more" },
    `Show all ${rows.length.toLocaleString("en")}`,
  );
  const cut = el("p", { class: "cut" }, `The first ${first} of ${rows.length.toLocaleString("en")} rows.`);
  more.addEventListener("click", () => {
    body.append(...rows.slice(first).map((row) => rowOf(row, columns)));
    more.remove();
    cut.remove();
    box.focus();
  });
  const whole = el("div");
  fill(whole, box, more, cut);
  return whole;
}

function rowOf<T>(row: T, columns: readonly TableColumn<T>[]): HTMLElement {
  const [head, ...rest] = columns.map(({ cell }) => cell(row));
  return el("tr", {}, el("th", { scope: "row" }, head ?? null), ...rest.map((c) => el("td", {}, c)));
}

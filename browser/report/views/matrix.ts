import { legend } from "../badge.js";
import { bandKey } from "../columns.js";
import { type Context, goTo } from "../context.js";
import { el, fill } from "../dom.js";
import { type Grid, newGrid } from "../grid.js";
import { type Matrix, matrixOf } from "../matrix.js";
import { bandRow, type Cell, header } from "../move.js";
import { whoOf } from "../parts.js";
import { openCell } from "./cell-dialog.js";

/** The view of the matrix; it stays in the page, so that scrolling and the focus do. */
export interface MatrixView {
  readonly element: HTMLElement;
  readonly show: (context: Context) => void;
}

export function newMatrixView(): MatrixView {
  const grid: Grid = newGrid(choose);
  const bar = el("div", { class: "bar" });
  const none = el("p", { class: "none" }, "No grant matches these filters.");
  const element = el("section", { class: "matrix" }, bar, none, grid.element);
  let toggled: string | null = null;
  const show = (context: Context): void => {
    const matrix = matrixOf(context);
    const band = matrix.columns.bands.find((b) => b.key === toggled);
    toggled = null;
    fill(bar, ...tools(context, matrix));
    none.hidden = matrix.rows.length > 0;
    grid.element.hidden = matrix.rows.length === 0;
    grid.show(matrix, band === undefined ? null : { r: bandRow, c: band.first });
  };
  function choose(matrix: Matrix, { r, c }: Cell): void {
    const { context, columns, rows } = matrix;
    const column = columns.list[c];
    const principal = context.model.page.principals[rows[r]?.principal ?? -1];
    if (r === bandRow && column !== undefined) {
      toggled = column.band.key;
      goTo(context, { open: toggledKeys(context.state.open, toggled) });
    } else if (r === header && column !== undefined) {
      if (column.account === null) choose(matrix, { r: bandRow, c });
      else goTo(context, { view: "account", account: context.model.page.accounts[column.account]?.id ?? "" });
    } else if (c === header && principal !== undefined)
      goTo(context, { view: "principal", who: whoOf(principal) });
    else if (r >= 0 && column !== undefined) openCell(matrix, { r, c });
  }
  return { element, show };
}

function toggledKeys(open: readonly string[], key: string): readonly string[] {
  return open.includes(key) ? open.filter((k) => k !== key) : [...open, key];
}

/** Opens and closes all columns, chooses by what they are collected, and says what the letters mean. */
function tools(context: Context, { columns }: Matrix): readonly HTMLElement[] {
  const { by } = context.state;
  const select = el(
    "select",
    { id: "by" },
    el("option", { value: "type" }, "account type"),
    el("option", { value: "ou" }, "OU"),
  );
  select.value = by;
  select.addEventListener("change", () =>
    goTo(context, { by: select.value === "ou" ? "ou" : "type", open: [] }),
  );
  const all = columns.bands.every((band) => band.open);
  const button = el("button", { type: "button", id: "all-columns" }, all ? "Collapse all" : "Expand all");
  const keys = new Set(context.model.page.accounts.map((a) => bandKey(a, by)));
  button.addEventListener("click", () => goTo(context, { open: all ? [] : [...keys] }));
  return [el("label", { for: "by" }, "Columns by"), select, button, legend()];
}

import { dataTable } from "../data-table.js";
import { el, named } from "../dom.js";
import type { Matrix } from "../matrix.js";
import { at } from "../model.js";
import type { Cell } from "../move.js";
import { grantColumns, plainOf } from "../parts.js";
import { bySetRank } from "./order.js";

/** Says of one cell what each grant is, when it ends, and which line says so. */
export function openCell(matrix: Matrix, { r, c }: Cell): void {
  const { context, columns, rows } = matrix;
  const { model } = context;
  const principal = rows[r]?.principal ?? -1;
  const column = columns.list[c];
  const grants = context.grants
    .filter((g) => at(model.principal, g) === principal && at(columns.of, at(model.account, g)) === c)
    .map((g) => plainOf(context, g))
    .sort(bySetRank(model));
  const who = model.page.principals[principal]?.name ?? "";
  const where =
    column?.account === null ? column.band.key : (model.page.accounts[column?.account ?? -1]?.name ?? "");
  const shown = grantColumns(context);
  const close = el("button", { type: "button", class: "close" }, "Close");
  const title = el("h2", { id: "cell-title" }, named(who), " in ", named(where));
  const dialog = el(
    "dialog",
    { "aria-labelledby": "cell-title" },
    el("header", {}, title, close),
    dataTable(`Grants of ${who} in ${where}`, "No access.", grants, [
      shown.set,
      shown.where,
      shown.end,
      shown.source,
    ]),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    const onLink = event.target instanceof Element && event.target.closest("a") !== null;
    if (event.target === dialog || onLink) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

import type { Context } from "../context.js";
import { dataTable } from "../data-table.js";
import { el } from "../dom.js";
import { at, compareNames } from "../model.js";
import { grantColumns, plainOf } from "../parts.js";

/** Grants that end, the next first. */
export function endsView(context: Context): HTMLElement {
  const { model, grants } = context;
  const { ends } = model.page;
  const rows = grants
    .filter((g) => at(model.end, g) >= 0)
    .map((g) => plainOf(context, g))
    .sort((a, b) => compareNames(ends[a.end] ?? "", ends[b.end] ?? ""));
  const { end, who, set, where, source } = grantColumns(context);
  return el(
    "section",
    {},
    el("h2", {}, "Access that ends"),
    dataTable("Grants with an end", "No grant ends, with these filters.", rows, [
      end,
      who,
      set,
      where,
      source,
    ]),
  );
}

import type { Context } from "../context.js";
import { dataTable } from "../data-table.js";
import { el, named } from "../dom.js";
import { endText, grantColumns, type Plain } from "../parts.js";
import { plainRows, shownRows } from "./plain-rows.js";

/** Grants in which AWS and the catalog differ. */
export function driftView(context: Context): HTMLElement {
  const { drift } = context.model.page;
  const title = el("h2", {}, "Where AWS differs from the catalog");
  if (drift === null)
    return el(
      "section",
      {},
      title,
      el("p", { class: "none" }, "Not known: this report was made without an audit."),
    );
  return el(
    "section",
    {},
    title,
    ...part(context, "Declared, but not in AWS", "None.", plainRows(drift.missing, 4)),
    ...part(context, "In AWS, but not declared", "None.", plainRows(drift.undeclared, 4)),
  );
}

/** What changed since an earlier report. */
export function changesView(context: Context): HTMLElement {
  const { since } = context.model.page;
  const title = el("h2", {}, "What changed");
  if (since === null)
    return el(
      "section",
      {},
      title,
      el("p", { class: "none" }, "Not known: this report was not compared with an earlier one."),
    );
  const when =
    since.createdAt === null ? "an earlier report" : `the report of ${since.createdAt.slice(0, 10)}`;
  const numbers = since.ends;
  return el(
    "section",
    {},
    title,
    el(
      "p",
      { class: "lead" },
      `Since ${when}`,
      since.title === null ? null : ", ",
      since.title === null ? null : named(since.title),
    ),
    ...part(context, "Added", "No grant was added.", plainRows(since.added, 4)),
    ...part(context, "Removed", "No grant was removed.", plainRows(since.removed, 4)),
    ...ending(context, plainRows(numbers, 5), numbers),
  );
}

function part(context: Context, title: string, none: string, all: readonly Plain[]): readonly HTMLElement[] {
  const { who, set, where } = grantColumns(context);
  const rows = shownRows(context, all);
  return [heading(title, rows.length, all.length), dataTable(title, none, rows, [who, set, where])];
}

function ending(context: Context, all: readonly Plain[], numbers: readonly number[]): readonly HTMLElement[] {
  const { who, set, where } = grantColumns(context);
  const before = new Map(all.map((row, i) => [row, numbers[i * 5 + 4] ?? -1]));
  const rows = shownRows(context, all);
  return [
    heading("Ending at another time", rows.length, all.length),
    dataTable("Grants that end at another time", "No end was changed.", rows, [
      ...[who, set, where],
      { head: "Before", cell: (row) => endText(context, before.get(row) ?? -1) || "never" },
      { head: "Now", cell: (row) => endText(context, row.end) || "never" },
    ]),
  ];
}

function heading(title: string, shown: number, all: number): HTMLElement {
  const count = shown === all ? `${all}` : `${shown} of ${all}`;
  return el("h3", {}, `${title} `, el("span", { class: "count" }, count));
}

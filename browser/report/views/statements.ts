import { dataTable } from "../data-table.js";
import { el } from "../dom.js";
import type { StatementWords } from "../policy.js";

/** A policy, one row a statement. */
export function statementTable(statements: readonly StatementWords[]): HTMLElement {
  return dataTable("Statements of the inline policy", "It has no statement.", statements, [
    { head: "Statement", cell: ({ sid }) => sid || "no name" },
    {
      head: "Effect",
      cell: ({ effect }) => el("strong", {}, effect),
    },
    { head: "Actions", cell: ({ actions, allBut }) => texts(actions, allBut) },
    { head: "Resources", cell: ({ resources, allButResources }) => texts(resources, allButResources) },
    { head: "Conditions", cell: ({ conditions }) => texts(conditions, false) },
  ]);
}

function texts(items: readonly string[], allBut: boolean): HTMLElement {
  const list = el("ul", { class: "lines" }, ...items.map((item) => el("li", {}, el("code", {}, item))));
  return allBut ? el("div", {}, "all but", list) : list;
}

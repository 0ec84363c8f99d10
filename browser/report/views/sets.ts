import type { ReportSet } from "../../../src/report/html/input.js";
import { badge, levelNames, setLabel } from "../badge.js";
import { type Context, hrefOf } from "../context.js";
import { dataTable } from "../data-table.js";
import { el, named } from "../dom.js";
import { matches } from "../filter.js";
import { at, compareNames, levels } from "../model.js";
import { whoLink } from "../parts.js";
import { indented, statementsOfText } from "../policy.js";
import { fact } from "./account.js";
import { statementTable } from "./statements.js";

/** The permission sets, and what the chosen one allows. */
export function setsView(context: Context): HTMLElement {
  const { model, state } = context;
  const sets = model.page.sets
    .filter(({ name, description }) => matches(state.q, name, description ?? ""))
    .filter(({ privilege }) => state.privilege === "" || privilege === state.privilege)
    .toSorted(
      (a, b) => levels.indexOf(a.privilege) - levels.indexOf(b.privilege) || compareNames(a.name, b.name),
    );
  const shown = model.setByName.get(state.show) ?? sets[0];
  const items = sets.map((set, i) =>
    el(
      "li",
      {},
      el(
        "a",
        {
          id: `set-${i}`,
          href: hrefOf(context, { show: set.name }),
          "aria-current": set === shown ? "true" : null,
        },
        setLabel(set.privilege, set.name),
      ),
    ),
  );
  const list = el("nav", { class: "side", "aria-label": "Permission sets" }, el("ul", {}, ...items));
  if (sets.length === 0) list.append(el("p", { class: "none" }, "No permission set matches."));
  return el("section", { class: "beside" }, list, shown === undefined ? null : setArticle(context, shown));
}

function setArticle(context: Context, set: ReportSet): HTMLElement {
  const { managedPolicies, customerManagedPolicies, inlinePolicy } = set;
  return el(
    "article",
    {},
    el("h2", {}, named(set.name)),
    el("p", { class: "lead" }, set.description ?? "No description."),
    el(
      "dl",
      { class: "facts" },
      ...fact("Privilege", el("span", {}, badge(set.privilege), ` ${levelNames[set.privilege]}`)),
      ...fact("Session", set.sessionDuration ?? "PT1H (AWS's default)"),
      ...fact("Permissions boundary", set.permissionsBoundary ?? "none"),
      ...fact("AWS managed policies", lines(managedPolicies)),
      ...fact("Customer managed policies", lines(customerManagedPolicies)),
    ),
    el("h3", {}, "Inline policy"),
    ...(inlinePolicy === null ? [el("p", { class: "none" }, "None.")] : inline(inlinePolicy)),
    el("h3", {}, "Who has it"),
    holders(context, set),
  );
}

function lines(texts: readonly string[]): HTMLElement {
  if (texts.length === 0) return el("span", {}, "none");
  return el("ul", { class: "lines" }, ...texts.map((text) => el("li", {}, el("code", {}, text))));
}

function inline(text: string): readonly HTMLElement[] {
  const statements = statementsOfText(text);
  const pre = el("pre", { tabindex: 0, "aria-label": "Inline policy as JSON" });
  // Each line apart, for line ends are written out as all that cannot be seen.
  for (const line of indented(text).split("\n")) pre.append(el("span", {}, line), "\n");
  const json = el("details", { open: statements === null }, el("summary", {}, "As JSON"), pre);
  return statements === null ? [json] : [statementTable(statements), json];
}

/** In how many accounts each principal has the set. */
function holders(context: Context, set: ReportSet): HTMLElement {
  const { model, grants } = context;
  const number = model.page.setNames.indexOf(set.name);
  const counts = new Map<number, number>();
  for (const g of grants) {
    if (at(model.set, g) !== number) continue;
    const principal = at(model.principal, g);
    counts.set(principal, (counts.get(principal) ?? 0) + 1);
  }
  return dataTable(
    `Who has ${set.name}`,
    "Nobody, with these filters.",
    [...counts],
    [
      { head: "Who", cell: ([principal]) => whoLink(context, principal) },
      { head: "Accounts", cell: ([, count]) => count.toLocaleString("en") },
    ],
  );
}

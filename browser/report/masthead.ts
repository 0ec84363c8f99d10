import type { PageData } from "../../src/report/html/page-data.js";
import { type Context, hrefOf } from "./context.js";
import { el, fill, named } from "./dom.js";
import type { Model } from "./model.js";
import { type View, views } from "./state.js";

/** What the report is about, and in numbers. */
export function masthead({ page, count, accountOrder, principalOrder }: Model): HTMLElement {
  const { title, createdAt, instance } = page;
  const admins = page.sets.filter((s) => s.privilege === "admin" || s.privilege === "root").length;
  const numbers: readonly (readonly [number, string, string])[] = [
    [count, "grant", "grants"],
    [principalOrder.length, "group or user", "groups and users"],
    [accountOrder.length, "account", "accounts"],
    [page.sets.length, "permission set", "permission sets"],
    [admins, "of them administrative", "of them administrative"],
  ];
  const items = numbers.map(([n, one, many]) =>
    el("li", {}, el("strong", {}, n.toLocaleString("en")), ` ${n === 1 ? one : many}`),
  );
  const at = el("time", { datetime: createdAt }, `${createdAt.slice(0, 16).replace("T", " ")} UTC`);
  const where =
    instance === null ? null : el("span", {}, " · ", named(instance.arn), ` · ${instance.region}`);
  return el(
    "header",
    { class: "mast" },
    el("div", {}, el("h1", {}, named(title)), el("p", { class: "made" }, at, where)),
    el("ul", { class: "numbers" }, ...items),
  );
}

/** The views, with how much there is to see in some. */
export function showTabs(nav: HTMLElement, context: Context): void {
  const counts = tabCounts(context.model);
  const items = (Object.keys(views) as View[]).map((view) => {
    const count = counts[view];
    const current = context.state.view === view ? "page" : null;
    return el(
      "li",
      {},
      el(
        "a",
        { href: hrefOf(context, { view }), "aria-current": current },
        views[view],
        count === undefined ? null : " ",
        count === undefined ? null : el("span", { class: "pill" }, `${count}`),
      ),
    );
  });
  fill(nav, el("ul", {}, ...items));
}

function tabCounts({ page, end }: Model): Partial<Record<View, number>> {
  return {
    ends: end.reduce((n, e) => n + (e >= 0 ? 1 : 0), 0),
    ...known("findings", page.findings?.length),
    ...known("drift", driftCount(page)),
    ...known("changes", changeCount(page)),
  };
}

function known(view: View, count: number | undefined): Partial<Record<View, number>> {
  return count === undefined ? {} : { [view]: count };
}

function driftCount({ drift }: PageData): number | undefined {
  return drift === null ? undefined : (drift.missing.length + drift.undeclared.length) / 4;
}

function changeCount({ since }: PageData): number | undefined {
  if (since === null) return undefined;
  return (since.added.length + since.removed.length) / 4 + since.ends.length / 5;
}

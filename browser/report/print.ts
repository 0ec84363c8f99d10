import { badge, levelNames } from "./badge.js";
import { bandKey } from "./columns.js";
import type { Context } from "./context.js";
import { el, named } from "./dom.js";
import { at } from "./model.js";

/** So many names of accounts are written out in a row on paper; of more, the number. */
const namesShown = 6;

/** The matrix for paper, where nothing can be opened: who has what, and where, one row for each of a type. */
export function printedMatrix(context: Context): HTMLElement {
  const { model, state } = context;
  const { page } = model;
  const size = new Map<string, number>();
  for (const a of model.accountOrder) {
    const key = bandKey(page.accounts[a], state.by);
    size.set(key, (size.get(key) ?? 0) + 1);
  }
  const body = el("tbody");
  for (const [principal, grants] of Map.groupBy(context.grants, (g) => at(model.principal, g))) {
    const bySet = [...Map.groupBy(grants, (g) => at(model.set, g))].sort(
      ([a], [b]) => at(model.setRank, a) - at(model.setRank, b),
    );
    bySet.forEach(([set, same], i) => {
      const level = model.levelOf[set] ?? "unknown";
      const who = page.principals[principal];
      const name =
        i > 0 || who === undefined
          ? null
          : el(
              "span",
              {},
              named(who.name),
              el("span", { class: "kind" }, who.type === "GROUP" ? " group" : " user"),
            );
      const byBand = Map.groupBy(same, (g) => bandKey(page.accounts[at(model.account, g)], state.by));
      const where = [...byBand].map(([key, list]) => whereText(context, key, list, size.get(key) ?? 0));
      body.append(
        el(
          "tr",
          { class: i === 0 ? "first" : null },
          el("th", { scope: "row" }, name),
          el(
            "td",
            {},
            badge(level),
            " ",
            named(page.setNames[set] ?? ""),
            el("span", { class: "kind" }, ` ${levelNames[level]}`),
          ),
          el("td", {}, ...where),
        ),
      );
    });
  }
  const heads = ["Group or user", "Permission set", "Accounts"].map((text) =>
    el("th", { scope: "col" }, text),
  );
  return el("table", { class: "printed" }, el("thead", {}, el("tr", {}, ...heads)), body);
}

function whereText({ model }: Context, key: string, grants: readonly number[], size: number): HTMLElement {
  const names = grants.map((g) => model.page.accounts[at(model.account, g)]?.name ?? "");
  const text =
    names.length === size && size > 1
      ? `all ${size}`
      : names.length > namesShown
        ? `${names.length} of ${size}`
        : names.join(", ");
  return el("div", {}, el("span", { class: "kind" }, named(key), ": "), named(text));
}

/** The filters that are in force, for the head of the paper. */
export function filterText({ state }: Context): string {
  const { q, kind, privilege, set, type, ou } = state;
  const parts = [
    ...[q && `"${q}"`, kind && (kind === "GROUP" ? "groups" : "users")],
    ...[privilege, set, type && `account type ${type}`, ou && `OU ${ou}`],
  ].filter(Boolean);
  return parts.length === 0 ? "" : `Filtered: ${parts.join(", ")}`;
}

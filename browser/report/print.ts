import { type Group, grouped } from "../../src/access/grouped.js";
import { badge, levelNames } from "./badge.js";
import { bandKey } from "./columns.js";
import type { Context } from "./context.js";
import { el, named } from "./dom.js";
import { at, compareNames } from "./model.js";

/** So many names of accounts are written out in a row on paper; of more, the number. */
const namesShown = 6;

/** The matrix for paper, where nothing can be opened: who has what, and where, one row for each of a type. */
export function printedMatrix(context: Context): HTMLElement {
  const { model } = context;
  const body = el("tbody");
  const sizes = bandSizes(context);
  // As texts, for these are keys; the grants are in the order of their principals already.
  for (const ofOne of grouped(context.grants, (g) => `${model.principal[g]}`)) {
    const bySet = grouped(ofOne, (g) => `${model.set[g]}`).toSorted(
      ([a], [b]) => at(model.setRank, at(model.set, a)) - at(model.setRank, at(model.set, b)),
    );
    body.append(...bySet.map((grants, i) => printedRow(context, grants, i === 0, sizes)));
  }
  const heads = ["Group or user", "Permission set", "Accounts"].map((text) =>
    el("th", { scope: "col" }, text),
  );
  return el("table", { class: "printed" }, el("thead", {}, el("tr", {}, ...heads)), body);
}

function bandSizes({ model, state }: Context): ReadonlyMap<string, number> {
  const bands = grouped(model.accountOrder, (a) => bandKey(model.page.accounts[a], state.by));
  return new Map(bands.map((band) => [bandKey(model.page.accounts[band[0]], state.by), band.length]));
}

/** Where one principal has one set; its name stands in its first row. */
function printedRow(
  context: Context,
  grants: Group<number>,
  isFirst: boolean,
  sizes: ReadonlyMap<string, number>,
): HTMLElement {
  const { model, state } = context;
  const { page } = model;
  const [set, who] = [at(model.set, grants[0]), page.principals[at(model.principal, grants[0])]];
  const level = model.levelOf[set] ?? "unknown";
  const kind = who?.type === "GROUP" ? " group" : " user";
  const keyOf = (g: number): string => bandKey(page.accounts[at(model.account, g)], state.by);
  const where = grouped(grants, keyOf)
    .map((list) => ({ key: keyOf(list[0]), list }))
    .sort((a, b) => compareNames(a.key, b.key))
    .map(({ key, list }) => whereText(context, key, list, sizes.get(key) ?? 0));
  const name = el("span", {}, named(who?.name ?? ""), el("span", { class: "kind" }, kind));
  const privilege = el("span", { class: "kind" }, ` ${levelNames[level]}`);
  return el(
    "tr",
    { class: isFirst ? "first" : null },
    el("th", { scope: "row" }, isFirst ? name : null),
    el("td", {}, badge(level), " ", named(page.setNames[set] ?? ""), privilege),
    el("td", {}, ...where),
  );
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

import type { Context } from "../context.js";
import { dataTable } from "../data-table.js";
import { el, named } from "../dom.js";
import { at, compareNames } from "../model.js";
import { grantColumns, plainOf } from "../parts.js";
import { chooser } from "./chooser.js";
import { bySetRank } from "./order.js";

/** Who can do what in one account. */
export function accountView(context: Context): HTMLElement {
  const { model, state, grants } = context;
  const { accounts } = model.page;
  const number = accounts.findIndex((a) => a.id === state.account);
  const options = model.accountOrder.map((a) => ({
    value: accounts[a]?.id ?? "",
    text: `${accounts[a]?.name ?? ""} (${accounts[a]?.id ?? ""})`,
  }));
  const choice = chooser(context, "Account", "account", options);
  const account = accounts[number];
  if (account === undefined)
    return el(
      "section",
      {},
      choice,
      el("p", { class: "none" }, "Choose an account to see who can do what in it."),
    );
  const rows = grants.filter((g) => at(model.account, g) === number).map((g) => plainOf(context, g));
  const { who, set, end, source } = grantColumns(context);
  return el(
    "section",
    {},
    choice,
    el("h2", {}, "Who can do what in ", named(account.name)),
    el(
      "dl",
      { class: "facts" },
      ...fact("Account id", account.id),
      ...fact("OU", account.ou ?? "not known"),
      ...fact("Account types", account.types.toSorted(compareNames).join(", ") || "none"),
    ),
    dataTable(`Access to ${account.name}`, "Nobody, with these filters.", rows.sort(bySetRank(model)), [
      who,
      set,
      end,
      source,
    ]),
  );
}

export function fact(name: string, value: string | Node): readonly HTMLElement[] {
  return [el("dt", {}, name), el("dd", {}, typeof value === "string" ? named(value) : value)];
}

import type { Context } from "../context.js";
import { dataTable } from "../data-table.js";
import { el, named } from "../dom.js";
import { at } from "../model.js";
import { grantColumns, plainOf, whoOf } from "../parts.js";
import { chooser } from "./chooser.js";
import { bySetRank } from "./order.js";

/** What one group or user can do, and where. */
export function principalView(context: Context): HTMLElement {
  const { model, state, grants } = context;
  const { principals } = model.page;
  const options = model.principalOrder.flatMap((p) => {
    const who = principals[p];
    if (who === undefined) return [];
    return [{ value: whoOf(who), text: `${who.name} (${who.type === "GROUP" ? "group" : "user"})` }];
  });
  const choice = chooser(context, "Group or user", "who", options);
  const number = principals.findIndex((p) => whoOf(p) === state.who);
  const who = principals[number];
  if (who === undefined)
    return el(
      "section",
      {},
      choice,
      el("p", { class: "none" }, "Choose a group or a user to see what it can do, and where."),
    );
  const rows = grants.filter((g) => at(model.principal, g) === number).map((g) => plainOf(context, g));
  const { set, where, ou, end, source } = grantColumns(context);
  return el(
    "section",
    {},
    choice,
    el("h2", {}, "What ", named(who.name), " can do, and where"),
    dataTable(`Access of ${who.name}`, "Nothing, with these filters.", rows.sort(bySetRank(model)), [
      set,
      where,
      ou,
      end,
      source,
    ]),
  );
}

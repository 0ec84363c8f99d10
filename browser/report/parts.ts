import type { PagePrincipal } from "../../src/report/html/page-data.js";
import { setLabel } from "./badge.js";
import { type Context, hrefOf } from "./context.js";
import type { TableColumn } from "./data-table.js";
import { el, named } from "./dom.js";
import { at, type Level } from "./model.js";

/** One grant as four numbers, and its places in the catalog where they are known. */
export interface Plain {
  readonly account: number;
  readonly principal: number;
  readonly set: number;
  readonly end: number;
  readonly source: number;
}

export function plainOf({ model }: Context, g: number): Plain {
  const { account, principal, set, end, source } = model;
  return {
    ...{ account: at(account, g), principal: at(principal, g), set: at(set, g) },
    ...{ end: at(end, g), source: at(source, g) },
  };
}

/** The value of `who` in the address. */
export function whoOf({ type, name }: PagePrincipal): string {
  return `${type} ${name}`;
}

export function whoLink(context: Context, number: number): HTMLElement {
  const who = context.model.page.principals[number] ?? { type: "GROUP", name: "" };
  const link = el("a", { href: hrefOf(context, { view: "principal", who: whoOf(who) }) }, named(who.name));
  return el("span", {}, link, el("span", { class: "kind" }, who.type === "GROUP" ? " group" : " user"));
}

export function accountLink(context: Context, number: number): HTMLElement {
  const account = context.model.page.accounts[number];
  if (account === undefined) return el("span");
  const href = hrefOf(context, { view: "account", account: account.id });
  return el(
    "span",
    {},
    el("a", { href }, named(account.name)),
    el("span", { class: "id" }, ` ${account.id}`),
  );
}

export function setLink(context: Context, number: number): HTMLElement {
  const name = context.model.page.setNames[number] ?? "";
  const href = hrefOf(context, { view: "sets", show: name });
  return el("a", { href, class: "set-link" }, setLabel(levelOf(context, number), name));
}

function levelOf({ model }: Context, set: number): Level {
  return model.levelOf[set] ?? "unknown";
}

/** `2027-01-31, in 12 days`; nothing when there is no end. */
export function endText({ model }: Context, number: number): string {
  const end = model.page.ends[number];
  if (end === undefined) return "";
  const days = daysUntil(model.page.createdAt, end);
  const when = days < 0 ? "ended" : days === 0 ? "within a day" : days === 1 ? "in 1 day" : `in ${days} days`;
  return `${end.slice(0, 10)}, ${when}`;
}

/** Whole days from one instant to another; below 0 when it is past. */
export function daysUntil(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function sourceText({ model }: Context, number: number): HTMLElement {
  const places = model.page.sources[number] ?? [];
  return el("span", { class: "places" }, ...places.map((place) => el("code", {}, place)));
}

/** The columns of tables of grants. */
export function grantColumns(
  context: Context,
): Readonly<Record<"who" | "set" | "where" | "ou" | "end" | "source", TableColumn<Plain>>> {
  return {
    who: { head: "Who", cell: (p) => whoLink(context, p.principal) },
    set: { head: "Permission set", cell: (p) => setLink(context, p.set) },
    where: { head: "Account", cell: (p) => accountLink(context, p.account) },
    ou: { head: "OU", cell: (p) => named(context.model.page.accounts[p.account]?.ou ?? "") },
    end: { head: "Ends", cell: (p) => endText(context, p.end) },
    source: { head: "Declared at", cell: (p) => sourceText(context, p.source) },
  };
}

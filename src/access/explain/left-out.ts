import type { Span } from "../../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../../diagnostic/order.js";
import type { KnownAccount } from "../accounts.js";
import type { PrincipalName } from "./filter.js";

/**
 * Why something that the catalog says, or a layer of it, has no effect or another one. `disabled`: the
 * component is. `expired`: the assignment ended. `excluded`, `narrowed` (by a tag) and `suspended`: accounts
 * that a type leaves out. `replaced`: a higher layer has another list. `overridden`: fields of a stock set
 * are written in the catalog. `missing`: the directory has no such group or user.
 */
export type LeftOutReason =
  | "disabled"
  | "expired"
  | "excluded"
  | "narrowed"
  | "suspended"
  | "replaced"
  | "overridden"
  | "missing";

/** In this order they are told. */
const order: readonly LeftOutReason[] = [
  "disabled",
  "expired",
  "excluded",
  "narrowed",
  "suspended",
  "replaced",
  "overridden",
  "missing",
];

/** One thing that was left out or changed on the way from the text to the access. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  /** The line to blame; for `replaced` the list that was lost. */
  readonly span: Span;
  /** Keys below `vars`, null when there are none. */
  readonly path: string | null;
  readonly accountType: string | null;
  readonly accounts: readonly AccountName[];
  readonly principal: PrincipalName | null;
  /** The sets that are not granted, or the one that is overridden. */
  readonly permissionSets: readonly string[];
  /** For `overridden`. */
  readonly fields: readonly string[];
  /** For `expired`: an ISO-8601 instant. */
  readonly endedAt: string | null;
  /** For `replaced`: what is there instead. */
  readonly by: Span | null;
}

/** An account as it is shown. */
export interface AccountName {
  readonly id: string;
  readonly name: string;
}

export function accountName({ id, names }: KnownAccount): AccountName {
  return { id, name: names[0] ?? id };
}

/** A `LeftOut` in which what is not said is null or empty. */
export function leftOut(reason: LeftOutReason, span: Span, more: Partial<LeftOut>): LeftOut {
  const nothing = { path: null, accountType: null, principal: null, endedAt: null, by: null };
  return { ...nothing, accounts: [], permissionSets: [], fields: [], ...more, reason, span };
}

/** By reason, then by place. */
export function compareLeftOut(a: LeftOut, b: LeftOut): number {
  return (
    order.indexOf(a.reason) - order.indexOf(b.reason) ||
    compareSpans(a.span, b.span) ||
    compareText(a.path ?? "", b.path ?? "")
  );
}

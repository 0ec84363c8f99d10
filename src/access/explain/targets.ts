import type { Target } from "../../catalog/catalog.js";
import type { KnownAccount } from "../accounts.js";
import { accountsOf } from "../targets.js";
import type { Explained } from "./facts.js";
import type { Filter } from "./filter.js";

/** The accounts of a target that a filter asks for. */
export function accountsAsked(
  { accounts, typeAccounts }: Explained,
  { account }: Filter,
  target: Target,
): readonly KnownAccount[] {
  const all = accountsOf(target, accounts, typeAccounts);
  return account === null ? all : all.filter((a) => a.id === account.id);
}

/** Whether a target reaches, or would reach, the account that is asked for. */
export function isAbout(facts: Explained, filter: Filter, target: Target): boolean {
  return filter.account === null || accountsAsked(facts, filter, target).length > 0;
}

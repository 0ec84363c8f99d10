import type { AccountType, Named } from "../../catalog/catalog.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { expandAccountType } from "../account-types.js";
import type { KnownAccount, KnownAccounts } from "../accounts.js";
import { isGlob, matchesGlob } from "../glob.js";
import { hasTags, inUnit } from "../units.js";
import { type Chosen, type Via, via } from "./via.js";

/** Why an account that a type chooses is not in it. */
export interface KeptOut {
  readonly reason: "excluded" | "narrowed" | "suspended";
  readonly account: KnownAccount;
  /** The exclusion, the tag it lacks, or the name of the type. */
  readonly span: Span;
}

/** An account type, account by account. */
export interface TypeReach {
  readonly type: AccountType;
  readonly accounts: readonly KnownAccount[];
  /** By account id: everything in the type that chooses the account. */
  readonly chosenBy: ReadonlyMap<string, readonly Via[]>;
  readonly keptOut: readonly KeptOut[];
}

/** `allSpan` is the place of `all`. */
export function reachOf(type: AccountType, accounts: KnownAccounts, allSpan: Span): TypeReach {
  const inside = expandAccountType(type, accounts).accounts;
  const chosenBy = new Map<string, readonly Via[]>();
  const choose = (found: readonly KnownAccount[], chosen: Chosen, value: string, span: Span): void => {
    const added = via("accountType", type.name, span, { chosen, value });
    for (const { id } of found) chosenBy.set(id, [...(chosenBy.get(id) ?? []), added]);
  };
  for (const pattern of type.accounts)
    choose(named(pattern, accounts), isGlob(pattern.name) ? "glob" : "name", pattern.name, pattern.span);
  for (const unit of type.organizationalUnits)
    choose(inUnit(unit, type, accounts, []), "organizationalUnit", unit.name, unit.span);
  if (type.all) choose(accounts.all, "all", "true", allSpan);
  const picked = chosenBy.size > 0 ? accounts.all.filter((a) => chosenBy.has(a.id)) : accounts.all;
  const tagged = picked.filter((a) => hasTags(a, type));
  for (const { key, value, span } of type.tags) choose(tagged, "tag", `${key}=${value}`, span);
  const ids = new Set(inside.map((a) => a.id));
  const outside = picked.filter((a) => !ids.has(a.id));
  return {
    type,
    accounts: inside,
    chosenBy,
    keptOut: outside.map((account) => ({ account, ...why(account, type) })),
  };
}

function why(account: KnownAccount, type: AccountType): Pick<KeptOut, "reason" | "span"> {
  const exclusion = type.exclude.find(({ name }) => account.id === name || isNamed(account, name));
  if (exclusion !== undefined) return { reason: "excluded", span: exclusion.span };
  const lacking = type.tags.find((tag) => !hasTags(account, { ...type, tags: [tag] }));
  if (lacking !== undefined) return { reason: "narrowed", span: lacking.span };
  return { reason: "suspended", span: type.span };
}

function named(pattern: Named, { all }: KnownAccounts): readonly KnownAccount[] {
  return all.filter((account) => isNamed(account, pattern.name));
}

function isNamed({ names }: KnownAccount, pattern: string): boolean {
  return isGlob(pattern) ? names.some((name) => matchesGlob(pattern, name)) : names.includes(pattern);
}

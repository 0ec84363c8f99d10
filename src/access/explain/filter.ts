import type { Assignment, Catalog } from "../../catalog/catalog.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { expandAccountType } from "../account-types.js";
import { isAccountId, type KnownAccount, type KnownAccounts } from "../accounts.js";
import type { GrantKey } from "../expand.js";
import type { PrincipalType } from "../model.js";

/** What to explain, in people's words; null is anything. At most one of group and user is given. */
export interface Question {
  readonly group: string | null;
  readonly user: string | null;
  /** A name, or an id of 12 digits. */
  readonly account: string | null;
  readonly permissionSet: string | null;
}

/** A group or user by its name. */
export interface PrincipalName {
  readonly type: PrincipalType;
  readonly name: string;
}

/** What to explain, found: every part must match, and null matches anything. */
export interface Filter {
  readonly principal: PrincipalName | null;
  readonly account: KnownAccount | null;
  readonly permissionSet: string | null;
}

/** Finds what a question names. Mistakes are sentences without a full stop; groups and users need not be known. */
export function readQuestion(
  question: Question,
  catalog: Catalog,
  accounts: KnownAccounts,
): { readonly filter: Filter | null; readonly mistakes: readonly string[] } {
  const { group, user, account, permissionSet } = question;
  const named = account === null ? [] : accountsNamed(account, accounts);
  const mistakes: string[] = [];
  if (group === "" || user === "") mistakes.push(`the name of a ${group === "" ? "group" : "user"} is empty`);
  if (account !== null && named.length !== 1) mistakes.push(notOneAccount(account, named, catalog, accounts));
  const sets = catalog.permissionSets.map((s) => s.name);
  if (permissionSet !== null && !sets.includes(permissionSet))
    mistakes.push(`unknown permission set "${permissionSet}"${didYouMean(permissionSet, sets)}`);
  if (mistakes.length > 0) return { filter: null, mistakes };
  const name = group ?? user;
  const type = group === null ? "USER" : "GROUP";
  const principal: PrincipalName | null = name === null ? null : { type, name };
  return { filter: { principal, account: named[0] ?? null, permissionSet }, mistakes };
}

/** True when the account of a grant is not looked at, or matches. */
export function matchesGrant(filter: Filter, grant: GrantKey): boolean {
  return (
    (filter.account === null || filter.account.id === grant.accountId) &&
    (filter.permissionSet === null || filter.permissionSet === grant.permissionSet) &&
    matchesPrincipal(filter, grant.principalType, grant.principalName)
  );
}

/**
 * Whether who and what match; where an assignment is for is a matter of its target. With `bases`, an
 * assignment also matches by the set that its own is a copy of.
 */
export function matchesAssignment(
  filter: Filter,
  { principal, permissionSet: { name } }: Assignment,
  bases?: ReadonlyMap<string, string>,
): boolean {
  return (
    matchesPrincipal(filter, principal.type, principal.name) &&
    (filter.permissionSet === null || [name, bases?.get(name)].includes(filter.permissionSet))
  );
}

export function matchesPrincipal({ principal }: Filter, type: PrincipalType, name: string): boolean {
  return principal === null || (principal.type === type && principal.name === name);
}

function accountsNamed(text: string, accounts: KnownAccounts): readonly KnownAccount[] {
  const named = accounts.byName.get(text) ?? [];
  return named.length > 0 ? named : accounts.all.filter((a) => a.id === text);
}

function notOneAccount(
  text: string,
  found: readonly KnownAccount[],
  catalog: Catalog,
  accounts: KnownAccounts,
): string {
  if (found.length > 1)
    return `account name "${text}" belongs to ${found.map((a) => a.id).join(" and ")}: give the id`;
  const type = catalog.accountTypes.find((t) => t.name === text);
  if (type !== undefined) {
    const names = expandAccountType(type, accounts).accounts.map((a) => a.names[0]);
    return `"${text}" is an account type: give one of its accounts, such as ${names.slice(0, 3).join(", ")}`;
  }
  const near = didYouMean(text, isAccountId(text) ? accounts.all.map((a) => a.id) : accounts.byName.keys());
  return `unknown account "${text}"${near}`;
}

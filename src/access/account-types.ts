import type { AccountType, Named } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { ambiguousAccount, unknownAccount } from "./account-problems.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";
import { isGlob, matchesGlob } from "./glob.js";
import { hasTags, inUnit, needsDirectory } from "./units.js";

export interface ExpandedType {
  /** In the order of the known accounts. */
  readonly accounts: readonly KnownAccount[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The accounts of a type: names, globs, organizational units and `all` add up, tags narrow that (or all
 * accounts), and exclusion wins, by id. Suspended accounts are left out. Never widens.
 */
export function expandAccountType(type: AccountType, accounts: KnownAccounts): ExpandedType {
  if (needsDirectory(type) && !accounts.placed) return { accounts: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const included = new Set<string>(selectsAll(type) ? accounts.all.map((a) => a.id) : []);
  for (const pattern of type.accounts)
    for (const a of includedBy(pattern, accounts, diagnostics)) included.add(a.id);
  for (const unit of type.organizationalUnits)
    for (const a of inUnit(unit, type, accounts, diagnostics)) included.add(a.id);
  for (const account of accounts.all) if (!hasTags(account, type)) included.delete(account.id);
  for (const pattern of type.exclude)
    for (const a of excludedBy(pattern, accounts, diagnostics)) included.delete(a.id);
  const chosen = accounts.all.filter((a) => included.has(a.id));
  for (const account of chosen.filter((a) => !a.active)) diagnostics.push(suspended(type, account));
  const active = chosen.filter((a) => a.active);
  const isExplained =
    !type.readable || diagnostics.some((d) => d.severity === "error") || accounts.withoutId.size > 0;
  if (active.length === 0 && !isExplained) diagnostics.push(matchesNothing(type, chosen.length > 0));
  return { accounts: active, diagnostics };
}

/** Tags alone choose from all accounts. */
function selectsAll({ all, accounts, organizationalUnits, tags }: AccountType): boolean {
  return all || (tags.length > 0 && accounts.length === 0 && organizationalUnits.length === 0);
}

function includedBy(
  pattern: Named,
  accounts: KnownAccounts,
  diagnostics: Diagnostic[],
): readonly KnownAccount[] {
  if (isGlob(pattern.name)) return matching(pattern, accounts, diagnostics);
  const found = accounts.byName.get(pattern.name) ?? [];
  if (found.length === 1 || accounts.withoutId.has(pattern.name)) return found;
  const hint = "use a name of the account map, or a glob with * or ?";
  diagnostics.push(
    found.length === 0 ? unknownAccount(pattern, accounts, hint) : ambiguousAccount(pattern, found),
  );
  return [];
}

/** A name or id that does not exist is an error: a typo here would widen access. */
function excludedBy(
  pattern: Named,
  accounts: KnownAccounts,
  diagnostics: Diagnostic[],
): readonly KnownAccount[] {
  if (isGlob(pattern.name)) return matching(pattern, accounts, diagnostics);
  const byId = accounts.all.filter((a) => a.id === pattern.name);
  const found = [...(accounts.byName.get(pattern.name) ?? []), ...byId];
  if (found.length > 0 || accounts.withoutId.has(pattern.name)) return found;
  diagnostics.push(
    unknownAccount(pattern, accounts, "use a name or id of the account map, or a glob with * or ?"),
  );
  return [];
}

function matching(
  pattern: Named,
  accounts: KnownAccounts,
  diagnostics: Diagnostic[],
): readonly KnownAccount[] {
  const matches = (name: string): boolean => matchesGlob(pattern.name, name);
  const found = accounts.all.filter((a) => a.names.some(matches));
  if (found.length === 0 && ![...accounts.withoutId].some(matches)) {
    diagnostics.push({
      code: "IDC307",
      severity: "warning",
      message: `no account matches "${pattern.name}"`,
      span: pattern.span,
      hint: "globs are case-sensitive and cover the whole name",
    });
  }
  return found;
}

function matchesNothing(type: AccountType, hasInactive: boolean): Diagnostic {
  return {
    code: "IDC306",
    severity: "error",
    message: `account type "${type.name}" matches no ${hasInactive ? "active " : ""}account`,
    span: type.span,
    hint: "list accounts in it that no exclusion takes away, or remove it",
  };
}

function suspended(type: AccountType, account: KnownAccount): Diagnostic {
  return {
    code: "IDC324",
    severity: "info",
    message: `account "${account.names[0]}" (${account.id}) is not active and left out of type "${type.name}"`,
    span: type.span,
    hint: null,
  };
}

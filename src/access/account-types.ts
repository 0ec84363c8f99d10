import type { AccountType, Named } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { KnownAccount } from "./accounts.js";

export interface ExpandedType {
  /** In the order of the known accounts. */
  readonly accounts: readonly KnownAccount[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The accounts of a type. Exclusion wins, by id; suspended accounts are left out. Never widens. */
export function expandAccountType(type: AccountType, accounts: readonly KnownAccount[]): ExpandedType {
  const diagnostics: Diagnostic[] = [];
  const included = new Set<string>(type.all ? accounts.map((a) => a.id) : []);
  for (const pattern of type.accounts)
    for (const a of match(pattern, accounts, false, diagnostics)) included.add(a.id);
  for (const pattern of type.exclude)
    for (const a of match(pattern, accounts, true, diagnostics)) included.delete(a.id);
  const chosen = accounts.filter((a) => included.has(a.id));
  for (const account of chosen.filter((a) => !a.active)) diagnostics.push(suspended(type, account));
  const active = chosen.filter((a) => a.active);
  if (active.length === 0) diagnostics.push(matchesNothing(type));
  return { accounts: active, diagnostics };
}

function match(
  pattern: Named,
  accounts: readonly KnownAccount[],
  byId: boolean,
  diagnostics: Diagnostic[],
): readonly KnownAccount[] {
  const isGlob = /[*?]/.test(pattern.name);
  const test = isGlob ? globTest(pattern.name) : (name: string) => name === pattern.name;
  const found = accounts.filter((a) => a.names.some(test) || (byId && a.id === pattern.name));
  if (found.length === 0) diagnostics.push(isGlob ? globMatchesNothing(pattern) : unknown(pattern, accounts));
  return found;
}

/** `*` and `?` over the whole name, case-sensitive; every other character stands for itself. */
function globTest(glob: string): (name: string) => boolean {
  const source = glob.replace(/[\s\S]/gu, (c) => (c === "*" ? ".*" : c === "?" ? "." : literal(c)));
  const pattern = new RegExp(`^${source}$`, "su");
  return (name) => pattern.test(name);
}

function literal(character: string): string {
  return character.replace(/[\\^$.|()[\]{}+/]/, "\\$&");
}

function unknown(pattern: Named, accounts: readonly KnownAccount[]): Diagnostic {
  const names = accounts.flatMap((a) => a.names);
  return {
    code: "IDC301",
    severity: "error",
    message: `unknown account "${pattern.name}"${didYouMean(pattern.name, names)}`,
    span: pattern.span,
    hint: "use a name of the account map, or a glob with * or ?",
  };
}

function globMatchesNothing(pattern: Named): Diagnostic {
  return {
    code: "IDC307",
    severity: "warning",
    message: `no account matches "${pattern.name}"`,
    span: pattern.span,
    hint: "globs are case-sensitive and cover the whole name",
  };
}

function matchesNothing(type: AccountType): Diagnostic {
  return {
    code: "IDC306",
    severity: "error",
    message: `account type "${type.name}" matches no account`,
    span: type.span,
    hint: "name accounts in it, or remove it",
  };
}

function suspended(type: AccountType, account: KnownAccount): Diagnostic {
  return {
    code: "IDC324",
    severity: "info",
    message: `account "${account.names[0]}" (${account.id}) is suspended and left out of type "${type.name}"`,
    span: type.span,
    hint: null,
  };
}

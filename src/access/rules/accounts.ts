import type { Catalog, MappedAccount } from "../../catalog/catalog.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import type { Directory } from "../../directory/directory.js";
import { isAccountId, type KnownAccounts } from "../accounts.js";
import { needsDirectory } from "../units.js";

/** One account under two names is legal, but the shown name is then only the first. */
export function accountsHaveOneName(catalog: Catalog): readonly Diagnostic[] {
  const first = new Map<string, MappedAccount>();
  return (catalog.accountMap ?? []).flatMap((account) => {
    const other = first.get(account.id);
    if (!isAccountId(account.id)) return [];
    if (other === undefined) {
      first.set(account.id, account);
      return [];
    }
    return [
      {
        code: "IDC318",
        severity: "warning" as const,
        message: `account ${account.id} has two names, "${other.name}" and "${account.name}"`,
        span: account.idSpan,
        hint: "grants of both add up; check that the id is right",
      },
    ];
  });
}

/** The management account that is named is in the map. */
export function rootAccountIsMapped(catalog: Catalog): readonly Diagnostic[] {
  const { rootAccount, accountMap } = catalog;
  if (rootAccount === null || accountMap === null || !catalog.accountMapReadable) return [];
  if (accountMap.some((a) => a.name === rootAccount.name)) return [];
  const names = accountMap.map((a) => a.name);
  return [
    {
      code: "IDC301",
      severity: "error",
      message: `root_account_account_name "${rootAccount.name}" is not in full_account_map${didYouMean(rootAccount.name, names)}`,
      span: rootAccount.span,
      hint: "name the management account as in the map",
    },
  ];
}

const resolveHint = 'run "identity resolve" to write catalog/directory.json';

/** What could not be looked at for want of accounts or of a directory. */
export function accountsNotChecked(
  catalog: Catalog,
  accounts: KnownAccounts | null,
  directory: Directory | null,
): readonly Diagnostic[] {
  if (!catalog.accountMapReadable) return [];
  if (accounts === null) {
    return [
      {
        code: "IDC316",
        severity: "info",
        message: "no accounts are known: the catalog has no account map and there is no directory",
        span: catalog.span,
        hint: `${resolveHint}, or set account_map.full_account_map`,
      },
    ];
  }
  if (directory !== null) return [];
  return catalog.accountTypes.filter(needsDirectory).map(({ name, span }) => ({
    code: "IDC316",
    severity: "info",
    message: `the accounts of type "${name}" are not known: its organizational units or tags need a directory`,
    span,
    hint: resolveHint,
  }));
}

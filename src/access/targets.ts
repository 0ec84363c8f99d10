import type { Assignment, Catalog, Named } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import { ambiguousAccount, unknownAccount } from "./account-problems.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";

/** Every account type that is granted something is defined. Needs no accounts. */
export function accountTypesExist(catalog: Catalog): readonly Diagnostic[] {
  const types = new Set(catalog.accountTypes.map((t) => t.name));
  const accounts = new Set(catalog.accountMap?.map((a) => a.name));
  return targetsOf(catalog, "accountType")
    .filter((target) => !types.has(target.name))
    .map((target) => {
      const isAccount = accounts.has(target.name);
      return {
        code: "IDC305",
        severity: "error",
        message: `unknown account type "${target.name}"${isAccount ? "" : didYouMean(target.name, types)}`,
        span: target.span,
        hint: isAccount
          ? "it is an account: move it to account_assignments"
          : "define it under account_types",
      };
    });
}

/** Every account that is granted something is known, and is one account. */
export function accountsExist(catalog: Catalog, accounts: KnownAccounts): readonly Diagnostic[] {
  const types = new Set(catalog.accountTypes.map((t) => t.name));
  return targetsOf(catalog, "account").flatMap((target) => {
    const found = accounts.byName.get(target.name) ?? [];
    if (found.length === 1 || accounts.withoutId.has(target.name)) return [];
    if (found.length > 1) return [ambiguousAccount(target, found)];
    if (!types.has(target.name)) return [unknownAccount(target, accounts, "use a name of the account map")];
    return [
      {
        code: "IDC301",
        severity: "error",
        message: `unknown account "${target.name}"`,
        span: target.span,
        hint: "it is an account type: move it to account_type_assignments",
      },
    ];
  });
}

/** The accounts a target stands for; none when it is unknown or ambiguous. */
export function accountsOf(
  target: Assignment["target"],
  accounts: KnownAccounts,
  types: ReadonlyMap<string, readonly KnownAccount[]>,
): readonly KnownAccount[] {
  if (target.kind === "accountType") return types.get(target.name) ?? [];
  const found = accounts.byName.get(target.name) ?? [];
  return found.length === 1 ? found : [];
}

function targetsOf(catalog: Catalog, kind: Assignment["target"]["kind"]): readonly Named[] {
  const targets = catalog.targets.filter((t) => t.kind === kind);
  return [...new Map(targets.map((t) => [t.name, t])).values()];
}

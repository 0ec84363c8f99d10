import type { Named } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";
import { isGlob } from "./glob.js";

/** Nothing has this name; `hint` is for a reader who did not write an id. */
export function unknownAccount(named: Named, accounts: KnownAccounts, hint: string): Diagnostic {
  const byId = accounts.all.find((a) => a.id === named.name);
  const nameOnly = byId !== undefined || isGlob(named.name);
  return {
    code: "IDC301",
    severity: "error",
    message: `unknown account "${named.name}"${nameOnly ? "" : didYouMean(named.name, accounts.byName.keys())}`,
    span: named.span,
    hint:
      byId !== undefined
        ? `write the account's name, "${byId.names[0]}"`
        : isGlob(named.name)
          ? "globs are for account_types: define one and use account_type_assignments"
          : hint,
  };
}

/** Which of the accounts is meant cannot be known, and granting both would widen access. */
export function ambiguousAccount(named: Named, found: readonly KnownAccount[]): Diagnostic {
  const ids = found.map((a) => a.id).join(" and ");
  return {
    code: "IDC320",
    severity: "error",
    message: `account name "${named.name}" belongs to ${ids}`,
    span: named.span,
    hint: "rename one of them in AWS Organizations, or name both in account_map.full_account_map",
  };
}

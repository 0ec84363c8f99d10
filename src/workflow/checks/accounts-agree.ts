import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Facts } from "../facts.js";

/**
 * The static map says what AWS Organizations says: a "dev" that is really production must not get
 * through. A mistake about an account that is granted nothing is only a warning.
 */
export function accountsAgree({ catalog, directory, model }: Facts): readonly Diagnostic[] {
  const granted = new Set(model.grants.map((g) => g.accountId));
  const real = new Map(directory.accounts.map((a) => [a.id, a]));
  const names = new Map<string, string[]>();
  for (const { id, name } of catalog.accountMap ?? []) names.set(id, [...(names.get(id) ?? []), name]);
  return (catalog.accountMap ?? []).flatMap((mapped) => {
    const make = (message: string, hint: string): Diagnostic => ({
      code: "IDC403",
      severity: granted.has(mapped.id) ? "error" : "warning",
      message,
      span: mapped.idSpan,
      hint,
    });
    const account = real.get(mapped.id);
    if (account === undefined) {
      // A name that is only near may be another account altogether, so it is not offered.
      const same = directory.accounts.find((a) => a.name === mapped.name);
      const hint =
        same === undefined ? "correct the id, or remove the account" : `"${same.name}" is ${same.id} there`;
      return [make(`account ${mapped.id} ("${mapped.name}") is not in the organization`, hint)];
    }
    if (account.status !== "ACTIVE") {
      const message = `account ${mapped.id} ("${mapped.name}") is ${account.status.toLowerCase().replaceAll("_", " ")}`;
      return [make(message, "nothing can be granted there: remove it from the catalog")];
    }
    if (names.get(mapped.id)?.includes(account.name) === true) return [];
    const message = `account ${mapped.id} is "${mapped.name}" here and "${account.name}" in AWS Organizations`;
    return [make(message, "make sure it is the account you mean, then use the organization's name")];
  });
}

/** Without a static map, an account that is named must be active. */
export function namedAccountsAreActive({ catalog, directory, model }: Facts): readonly Diagnostic[] {
  if (catalog.accountMap !== null) return [];
  const inactive = new Map(directory.accounts.filter((a) => a.status !== "ACTIVE").map((a) => [a.id, a]));
  const seen = new Set<string>();
  return model.grants.flatMap((grant) => {
    const account = inactive.get(grant.accountId);
    if (account === undefined || seen.has(account.id)) return [];
    seen.add(account.id);
    return [
      {
        code: "IDC403",
        severity: "error" as const,
        message: `account ${account.id} ("${account.name}") is ${account.status.toLowerCase().replaceAll("_", " ")}`,
        span: grant.sources[0] ?? null,
        hint: "nothing can be granted there: remove it from the catalog",
      },
    ];
  });
}

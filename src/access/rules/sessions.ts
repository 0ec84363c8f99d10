import { baseNames } from "../../catalog/base-names.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { AccessModel, Grant } from "../model.js";

/** Nobody has a set and its copy with another session length in one account: the longer one would be open. */
export function sessionsAreOne(catalog: Catalog, model: AccessModel): readonly Diagnostic[] {
  if (catalog.sessions.length === 0) return [];
  const baseOf = baseNames(catalog);
  const first = new Map<string, Grant>();
  const found = new Map<string, Diagnostic>();
  for (const grant of model.grants) {
    const base = baseOf.get(grant.permissionSet) ?? grant.permissionSet;
    const key = JSON.stringify([grant.accountId, grant.principalType, grant.principalName, base]);
    const other = first.get(key);
    if (other === undefined) first.set(key, grant);
    else found.set(JSON.stringify([grant.sources, grant.principalName]), both(other, grant));
  }
  return [...found.values()];
}

function both(one: Grant, other: Grant): Diagnostic {
  const { principalName, accountName } = other;
  return {
    code: "IDC348",
    severity: "warning",
    message: `"${principalName}" has ${one.permissionSet} and ${other.permissionSet} in ${accountName}`,
    span: other.sources[0] ?? null,
    hint: "grant it once, or exclude the account from one of the types",
  };
}

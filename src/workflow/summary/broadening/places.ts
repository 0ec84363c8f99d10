import { expandAccountType } from "../../../access/account-types.js";
import { knownAccounts } from "../../../access/accounts.js";
import type { Catalog } from "../../../catalog/catalog.js";
import type { Directory } from "../../../directory/directory.js";
import type { PlannedAssignment } from "../assignments.js";
import type { NewGrant } from "./new-grants.js";
import { isProduction } from "./production.js";

/** Ids of the accounts that are production by a name, or by an account type whose name says so. */
export function productionAccounts(catalog: Catalog, directory: Directory): ReadonlySet<string> {
  const known = knownAccounts(catalog, directory);
  const types = catalog.accountTypes.filter((type) => isProduction(type.name));
  const byType = known === null ? [] : types.flatMap((type) => expandAccountType(type, known).accounts);
  const byName = [
    ...(known?.all.filter((a) => a.names.some(isProduction)) ?? []),
    ...directory.accounts.filter((a) => isProduction(a.name)),
  ];
  return new Set([...byType, ...byName].map((a) => a.id));
}

/** Tells for a new grant whether its principal has its set in every active account; one account is not every. */
export function everywhere(
  assignments: readonly PlannedAssignment[],
  grants: readonly NewGrant[],
  directory: Directory,
): (grant: NewGrant) => boolean {
  const active = directory.accounts.filter((a) => a.status === "ACTIVE").map((a) => a.id);
  const reached = new Map(grants.map((g) => [keyOf(g.holding), new Set<string>()]));
  for (const { after } of assignments) if (after !== null) reached.get(keyOf(after))?.add(after.accountId);
  const all = new Set(
    [...reached]
      .filter(([, ids]) => active.length > 1 && active.every((id) => ids.has(id)))
      .map(([key]) => key),
  );
  return (grant) => all.has(keyOf(grant.holding));
}

function keyOf({ principal, permissionSet }: NewGrant["holding"]): string {
  return JSON.stringify([principal, permissionSet]);
}

import type { Catalog } from "../catalog/catalog.js";
import type { PermissionSet } from "../catalog/permission-set.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostic/order.js";
import type { Directory } from "../directory/directory.js";
import { knownAccounts, managementAccountId } from "./accounts.js";
import { expandGrants } from "./expand.js";
import { endsAreSaid } from "./expiry.js";
import type { AccessModel, Grant, Principal } from "./model.js";
import { noMoves, stateMoves } from "./moves.js";
import { accountsHaveOneName, accountsNotChecked, rootAccountIsMapped } from "./rules/accounts.js";
import { managementAccountIsSpared } from "./rules/management-account.js";
import { addressesDiffer, principalsDiffer } from "./rules/principals.js";
import { quotasHold } from "./rules/quotas.js";
import { sessionsAreOne } from "./rules/sessions.js";
import type { StateMoves } from "./synth.js";
import { accountTypesExist } from "./targets.js";

export interface BuiltAccess {
  /** Null when something is wrong, or accounts are not known: a part of the access is never taken for all. */
  readonly model: AccessModel | null;
  /** Of the model; nothing when there is none. */
  readonly moves: StateMoves;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Catalog + directory -> access model. Pure; the directory may be null when the account map is static. `now` is
 * an ISO-8601 instant in UTC: assignments that ended before it grant nothing.
 */
export function buildAccess(catalog: Catalog, directory: Directory | null, now: string): BuiltAccess {
  const accounts = knownAccounts(catalog, directory);
  const unchecked = accountsNotChecked(catalog, accounts, directory);
  const found = [
    ...accountsHaveOneName(catalog),
    ...rootAccountIsMapped(catalog),
    ...accountTypesExist(catalog),
    ...endsAreSaid(catalog, now),
    ...unchecked,
  ];
  if (accounts === null) return { model: null, moves: noMoves, diagnostics: found.sort(compareDiagnostics) };
  const { grants, diagnostics } = expandGrants(catalog, accounts, now);
  const model: AccessModel = {
    region: catalog.region,
    partition: catalog.partition,
    instance: directory?.instance ?? null,
    managementAccountId: managementAccountId(catalog, directory),
    permissionSets: catalog.enabled ? plainSets(catalog) : [],
    principals: catalog.enabled ? principals(catalog, grants, directory) : [],
    grants: catalog.enabled ? grants : [],
  };
  // A disabled catalog takes everything away, whatever its address.
  const moves = catalog.enabled ? stateMoves(catalog.moves, model) : { moves: noMoves, diagnostics: [] };
  const all = [
    ...found,
    ...diagnostics,
    ...principalsDiffer(model),
    ...addressesDiffer(model),
    ...managementAccountIsSpared(catalog, model),
    ...quotasHold(model),
    ...sessionsAreOne(catalog, model),
    ...moves.diagnostics,
  ].sort(compareDiagnostics);
  if (hasErrors(all) || unchecked.length > 0) return { model: null, moves: noMoves, diagnostics: all };
  return { model, moves: moves.moves, diagnostics: all };
}

/** Two sets of one name were reported with the catalog; here they are one. */
function plainSets(catalog: Catalog): readonly PermissionSet[] {
  const byName = new Map(catalog.permissionSets.toReversed().map((set) => [set.name, plainSet(set)]));
  return [...byName.values()].sort((a, b) => compareText(a.name, b.name));
}

function plainSet({
  origin: _origin,
  span: _span,
  fieldSpans: _fieldSpans,
  variantOf: _variantOf,
  ...set
}: Catalog["permissionSets"][number]): PermissionSet {
  return set;
}

function principals(
  catalog: Catalog,
  grants: readonly Grant[],
  directory: Directory | null,
): readonly Principal[] {
  const created = new Set(catalog.groups.map((g) => g.name));
  const groupIds = new Map(directory?.groups.map((g) => [g.displayName, g.id]));
  const userIds = new Map(directory?.users.map((u) => [u.userName, u.id]));
  const all = new Map<string, Principal>();
  const add = (type: Principal["type"], name: string): void => {
    const isCreated = type === "GROUP" && created.has(name);
    const ids = type === "GROUP" ? groupIds : userIds;
    all.set(`${type} ${name}`, {
      type,
      name,
      id: isCreated ? null : (ids.get(name) ?? null),
      created: isCreated,
    });
  };
  for (const name of created) add("GROUP", name);
  for (const grant of grants) add(grant.principalType, grant.principalName);
  return [...all.values()].sort((a, b) => compareText(a.type, b.type) || compareText(a.name, b.name));
}

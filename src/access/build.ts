import type { Catalog, MappedAccount } from "../catalog/catalog.js";
import type { PermissionSet } from "../catalog/permission-set.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostic/order.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { Directory } from "../directory/directory.js";
import { isAccountId, knownAccounts, managementAccountId } from "./accounts.js";
import { addressCollisions } from "./address.js";
import { expandGrants } from "./expand.js";
import type { AccessModel, Grant, Principal } from "./model.js";
import { accountTypesExist } from "./targets.js";

export interface BuiltAccess {
  /** Null when no accounts are known, or something is wrong. */
  readonly model: AccessModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Catalog + directory -> access model. Pure; the directory may be null when the account map is static. */
export function buildAccess(catalog: Catalog, directory: Directory | null): BuiltAccess {
  const accounts = knownAccounts(catalog, directory);
  const found = [
    ...accountsHaveOneName(catalog),
    ...rootAccountIsMapped(catalog),
    ...accountTypesExist(catalog),
    ...(accounts === null && catalog.accountMapReadable ? [accountsNotChecked(catalog)] : []),
  ];
  if (accounts === null) return { model: null, diagnostics: found.sort(compareDiagnostics) };
  const { grants, diagnostics } = expandGrants(catalog, accounts);
  const model: AccessModel = {
    region: catalog.region,
    partition: catalog.partition,
    instance: directory?.instance ?? null,
    managementAccountId: managementAccountId(catalog, directory),
    permissionSets: catalog.enabled ? plainSets(catalog) : [],
    principals: catalog.enabled ? principals(catalog, grants, directory) : [],
    grants: catalog.enabled ? grants : [],
  };
  const all = [...found, ...diagnostics, ...principalsDiffer(model), ...collisions(model)].sort(
    compareDiagnostics,
  );
  return { model: hasErrors(all) ? null : model, diagnostics: all };
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

/** One account under two names is legal, but the shown name is then only the first. */
function accountsHaveOneName(catalog: Catalog): readonly Diagnostic[] {
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

function rootAccountIsMapped(catalog: Catalog): readonly Diagnostic[] {
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

function accountsNotChecked(catalog: Catalog): Diagnostic {
  return {
    code: "IDC316",
    severity: "info",
    message: "account names were not checked: the catalog has no account map and there is no directory",
    span: catalog.span,
    hint: 'run "identity resolve" to write catalog/directory.json, or set account_map.full_account_map',
  };
}

function collisions(model: AccessModel): readonly Diagnostic[] {
  return addressCollisions(model).map(({ address, keys }) => ({
    code: "IDC325",
    severity: "error",
    message: `${keys.join(" and ")} would have one Terraform address, ${address}`,
    span: null,
    hint: "rename one of them",
  }));
}

/** Two names for one principal would be two resources for one assignment. */
function principalsDiffer(model: AccessModel): readonly Diagnostic[] {
  const first = new Map<string, Principal>();
  return model.principals.flatMap((principal) => {
    const other = principal.id === null ? undefined : first.get(principal.id);
    if (principal.id !== null) first.set(principal.id, principal);
    if (other === undefined) return [];
    return [
      {
        code: "IDC326",
        severity: "error" as const,
        message: `"${other.name}" and "${principal.name}" are one principal, ${principal.id}`,
        span: model.grants.find((g) => g.principalName === principal.name)?.sources[0] ?? null,
        hint: "use one of the two names",
      },
    ];
  });
}

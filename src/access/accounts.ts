import type { Catalog } from "../catalog/catalog.js";
import type { Directory } from "../directory/directory.js";

/** An account as far as the catalog or the directory knows it. */
export interface KnownAccount {
  /** 12 digits. */
  readonly id: string;
  /** The names of the id, the shown one first. Two only in a static map. */
  readonly names: readonly string[];
  /** False for a suspended or closing account; true when no directory says otherwise. */
  readonly active: boolean;
}

/**
 * The accounts that names are resolved against: the catalog's static map, else the directory's.
 * Null when there is neither. Sorted as given; each id once.
 */
export function knownAccounts(catalog: Catalog, directory: Directory | null): readonly KnownAccount[] | null {
  const status = new Map(directory?.accounts.map((a) => [a.id, a.status === "ACTIVE"]));
  const named = catalog.accountMap ?? directory?.accounts ?? null;
  if (named === null) return null;
  const names = new Map<string, string[]>();
  for (const { id, name } of named) {
    if (!/^[0-9]{12}$/.test(id)) continue;
    const known = names.get(id);
    if (known === undefined) names.set(id, [name]);
    else known.push(name);
  }
  return [...names].map(([id, all]) => ({ id, names: all, active: status.get(id) ?? true }));
}

/** The management account's id: from the directory, else from the static map's root account. */
export function managementAccountId(catalog: Catalog, directory: Directory | null): string | null {
  if (directory !== null) return directory.managementAccountId;
  const root = catalog.accountMap?.find((a) => a.name === catalog.rootAccountName);
  return root?.id ?? null;
}

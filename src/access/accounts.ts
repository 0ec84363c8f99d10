import type { Catalog } from "../catalog/catalog.js";
import type { Account, Directory } from "../directory/directory.js";

/** An account as far as the catalog or the directory knows it. */
export interface KnownAccount {
  /** 12 digits. */
  readonly id: string;
  /** The names of the id, the shown one first. Two only in a static map. */
  readonly names: readonly string[];
  /** False for a suspended or closing account; true when no directory says otherwise. */
  readonly active: boolean;
  /** Where it is in the organization; null when no directory says. */
  readonly place: AccountPlace | null;
}

/** An account's place and tags, as AWS Organizations has them. */
export type AccountPlace = Pick<Account, "ou" | "ouIds" | "tags">;

/** What names of accounts are resolved against. */
export interface KnownAccounts {
  /** Each id once, in the order of the map or the directory. */
  readonly all: readonly KnownAccount[];
  /** A name can have several accounts in a directory: AWS Organizations does not forbid it. */
  readonly byName: ReadonlyMap<string, readonly KnownAccount[]>;
  /** Names of the map whose id is not one. That was reported, so that using them is no further mistake. */
  readonly withoutId: ReadonlySet<string>;
  /** True when a directory says where accounts are and which tags they have. */
  readonly placed: boolean;
}

/** The accounts of the catalog's static map, else the directory's; null when there is neither. */
export function knownAccounts(catalog: Catalog, directory: Directory | null): KnownAccounts | null {
  const inDirectory = new Map(directory?.accounts.map((a) => [a.id, a]));
  const named = catalog.accountMap ?? directory?.accounts ?? null;
  if (named === null || !catalog.accountMapReadable) return null;
  const names = new Map<string, string[]>();
  const withoutId = new Set<string>();
  for (const { id, name } of named) {
    if (!isAccountId(id)) withoutId.add(name);
    else names.set(id, [...(names.get(id) ?? []), name]);
  }
  const all = [...names].map(([id, known]) => ({ id, names: known, ...stateOf(inDirectory.get(id)) }));
  const byName = new Map<string, readonly KnownAccount[]>();
  for (const account of all)
    for (const name of account.names) byName.set(name, [...(byName.get(name) ?? []), account]);
  return { all, byName, withoutId, placed: directory !== null };
}

function stateOf(account: Account | undefined): Pick<KnownAccount, "active" | "place"> {
  return account === undefined
    ? { active: true, place: null }
    : { active: account.status === "ACTIVE", place: account };
}

/** True for 12 digits. */
export function isAccountId(text: string): boolean {
  return /^[0-9]{12}$/.test(text);
}

/** The management account's id: from the directory, else from the static map's root account. */
export function managementAccountId(catalog: Catalog, directory: Directory | null): string | null {
  if (directory !== null) return directory.managementAccountId;
  const root = catalog.accountMap?.find((a) => a.name === catalog.rootAccount?.name);
  return root?.id ?? null;
}

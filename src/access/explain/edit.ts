import { deviates } from "../../catalog/assemble/sessions.js";
import type { Assignment, DeclaredSet } from "../../catalog/catalog.js";
import { descend, type Node } from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { compareText } from "../../diagnostic/order.js";
import type { KnownAccount } from "../accounts.js";
import { hasEnded } from "../expiry.js";
import type { Explained } from "./facts.js";
import type { Filter } from "./filter.js";
import { keyPath, keysOf } from "./key-path.js";
import { type AccountName, accountName } from "./left-out.js";

/** Where to write so that a grant comes about. */
export interface Edit {
  /** The list to add the set to; or what is nearest to where a new one goes. */
  readonly span: Span;
  /** The keys of the list, below `vars`. */
  readonly path: string;
  /** False when the keys have to be added. */
  readonly exists: boolean;
  /** The name to write: a type with a session of its own makes the copy of the set itself. */
  readonly permissionSet: string | null;
  /** The accounts of these keys, which all get what is written there. */
  readonly accounts: readonly AccountName[];
  /** The keys of others that an anchor gives the same list: they would get the set too. */
  readonly sharedWith: readonly string[];
}

interface Candidate {
  readonly keys: readonly string[];
  readonly accounts: readonly KnownAccount[];
}

/**
 * The list to add a set to: the one of the principal in the account itself, else in the type with the fewest
 * accounts, else a new one for the account alone. Null when no list would give just that set, and unless all
 * three are asked for.
 */
export function editFor(facts: Explained, filter: Filter): Edit | null {
  const { principal, account, permissionSet } = filter;
  const set = facts.catalog.permissionSets.find((s) => s.name === permissionSet);
  if (principal === null || account === null || set === undefined) return null;
  const below = [principal.type === "GROUP" ? "groups" : "users", principal.name, "permission_sets"];
  const own = set.variantOf === null ? account.names.map((name) => ofAccount(name, account)) : [];
  const candidates = [...own, ...ofTypes(facts, account, set)].map(({ keys, accounts }) => ({
    keys: [...keys, ...below],
    accounts: accounts.map(accountName),
  }));
  const name = set.variantOf ?? set.name;
  const ended = new Set(facts.catalog.assignments.filter((a) => hasEnded(a, facts.now)).map(listPath));
  for (const { keys, accounts } of candidates) {
    const list = descend(facts.written.vars, ...keys);
    const path = keyPath(keys);
    if (list?.kind === "list" && !ended.has(path)) {
      const sharedWith = sharersOf(list, path, facts);
      return { span: list.span, path, exists: true, permissionSet: name, accounts, sharedWith };
    }
  }
  const fresh = candidates.find(({ keys }) => descend(facts.written.vars, ...keys) === undefined);
  if (fresh === undefined) return null;
  const span = deepestKey(facts.written.vars, fresh.keys) ?? facts.catalog.span;
  const { keys, accounts } = fresh;
  return { span, path: keyPath(keys), exists: false, permissionSet: name, accounts, sharedWith: [] };
}

function ofAccount(name: string, account: KnownAccount): Candidate {
  return { keys: ["account_assignments", name], accounts: [account] };
}

/** The types that have the account and would grant exactly this set, those with fewest accounts first. */
function ofTypes(
  { types, catalog }: Explained,
  account: KnownAccount,
  set: DeclaredSet,
): readonly Candidate[] {
  const base = catalog.permissionSets.find((s) => s.name === set.variantOf) ?? set;
  const sessionOf = new Map(catalog.sessions.map((s) => [s.accountType.name, s.duration.name]));
  const grantsIt = (type: string): boolean => {
    const session = sessionOf.get(type);
    const copies = session !== undefined && deviates(base, session);
    return set.variantOf === null ? !copies : copies && session === set.sessionDuration;
  };
  return [...types]
    .filter(([name, reach]) => grantsIt(name) && reach.accounts.some((a) => a.id === account.id))
    .sort(([a, x], [b, y]) => x.accounts.length - y.accounts.length || compareText(a, b))
    .map(([name, { accounts }]) => ({ keys: ["account_type_assignments", name], accounts }));
}

function sharersOf(list: Node, path: string, { catalog, written }: Explained): readonly string[] {
  const same = catalog.assignments.filter(
    (a) => descend(written.vars, ...keysOf(a), "permission_sets") === list && listPath(a) !== path,
  );
  return [...new Set(same.map((a) => keyPath(keysOf(a))))];
}

function listPath(assignment: Assignment): string {
  return keyPath([...keysOf(assignment), "permission_sets"]);
}

/** The place of the last of the keys that is there. */
function deepestKey(vars: Explained["written"]["vars"], keys: readonly string[]): Span | null {
  let span: Span | null = null;
  for (let depth = 0; depth < keys.length; depth++) {
    const map = descend(vars, ...keys.slice(0, depth));
    const entry = map?.kind === "map" ? map.entries.get(keys[depth] ?? "") : undefined;
    if (entry === undefined) return span;
    span = entry.keySpan;
  }
  return span;
}

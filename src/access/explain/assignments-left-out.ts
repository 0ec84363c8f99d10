import type { Assignment } from "../../catalog/catalog.js";
import { hasEnded } from "../expiry.js";
import type { Explained } from "./facts.js";
import type { Filter } from "./filter.js";
import { keyPath, keysOf } from "./key-path.js";
import { accountName, type LeftOut, leftOut } from "./left-out.js";
import { accountsAsked } from "./targets.js";

/** Once per principal and target. */
export function expired(
  facts: Explained,
  filter: Filter,
  assignments: readonly Assignment[],
): readonly LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const assignment of assignments) {
    const { expiry, target, principal, permissionSet } = assignment;
    if (expiry === null || !hasEnded(assignment, facts.now)) continue;
    const accounts = accountsAsked(facts, filter, target).map(accountName);
    if (accounts.length === 0) continue;
    const path = keyPath(keysOf(assignment));
    const permissionSets = [...(found.get(path)?.permissionSets ?? []), permissionSet.name];
    const { type, name } = principal;
    const accountType = target.kind === "accountType" ? target.name : null;
    const more = { path, accountType, accounts, principal: { type, name }, permissionSets };
    found.set(path, leftOut("expired", expiry.span, { ...more, endedAt: expiry.at }));
  }
  return [...found.values()];
}

/** Once per line and reason that keeps accounts out of a type. */
export function keptOut(
  facts: Explained,
  filter: Filter,
  assignments: readonly Assignment[],
): readonly LeftOut[] {
  const setsOf = new Map<string, Set<string>>();
  for (const { target, permissionSet } of assignments) {
    if (target.kind !== "accountType") continue;
    setsOf.set(target.name, (setsOf.get(target.name) ?? new Set()).add(permissionSet.name));
  }
  return [...setsOf].flatMap(([accountType, sets]) => {
    const reach = facts.types.get(accountType);
    const { account, principal } = filter;
    const found = new Map<string, LeftOut>();
    for (const out of reach?.keptOut ?? []) {
      if (
        account !== null ? out.account.id !== account.id : reach?.chosenBy.get(out.account.id) === undefined
      )
        continue;
      const key = JSON.stringify([out.reason, out.span.file, out.span.line]);
      const accounts = [...(found.get(key)?.accounts ?? []), accountName(out.account)];
      const path = keyPath(["account_types", accountType]);
      const more = { path, accountType, accounts, principal, permissionSets: [...sets] };
      found.set(key, leftOut(out.reason, found.get(key)?.span ?? out.span, more));
    }
    return [...found.values()];
  });
}

/** Groups and users that the directory does not have and nobody creates, each at its first place. */
export function missing(
  facts: Explained,
  filter: Filter,
  assignments: readonly Assignment[],
): readonly LeftOut[] {
  const { directory, catalog } = facts;
  if (directory === null) return [];
  const groups = new Set([
    ...directory.groups.map((g) => g.displayName),
    ...catalog.groups.map((g) => g.name),
  ]);
  const users = new Set(directory.users.map((u) => u.userName));
  const found = new Map<string, LeftOut>();
  for (const assignment of assignments) {
    const { type, name, span } = assignment.principal;
    const key = `${type} ${name}`;
    if ((type === "GROUP" ? groups : users).has(name) || found.has(key)) continue;
    if (accountsAsked(facts, filter, assignment.target).length === 0) continue;
    const path = keyPath(keysOf(assignment));
    found.set(key, leftOut("missing", span, { path, principal: { type, name } }));
  }
  return [...found.values()];
}

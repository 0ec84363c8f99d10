import type { Assignment, Catalog } from "../catalog/catalog.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../diagnostic/order.js";
import { expandAccountType } from "./account-types.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";
import { hasEnded, laterEnd } from "./expiry.js";
import { type Group, grouped } from "./grouped.js";
import type { Grant } from "./model.js";
import { accountsExist, accountsOf } from "./targets.js";

/**
 * Every assignment that has not ended, in every account it reaches: one grant per account, principal and set,
 * with all its sources. `now` is an ISO-8601 instant.
 */
export function expandGrants(
  catalog: Catalog,
  accounts: KnownAccounts,
  now: string,
): { readonly grants: readonly Grant[]; readonly diagnostics: readonly Diagnostic[] } {
  const expanded = catalog.accountTypes.map((type) => ({ type, ...expandAccountType(type, accounts) }));
  const types = new Map(expanded.map((e) => [e.type.name, e.accounts]));
  const reached = new Map<KnownAccount, Granting[]>();
  for (const assignment of catalog.assignments) {
    if (hasEnded(assignment, now)) continue;
    const granting = grantingOf(assignment);
    for (const account of accountsOf(assignment.target, accounts, types)) {
      const known = reached.get(account);
      if (known === undefined) reached.set(account, [granting]);
      else known.push(granting);
    }
  }
  const grants = [...reached]
    .sort(([a], [b]) => compareText(a.id, b.id))
    .flatMap(([account, grantings]) => grantsIn(account, grantings));
  const diagnostics = [...accountsExist(catalog, accounts), ...expanded.flatMap((e) => e.diagnostics)];
  return { grants, diagnostics };
}

interface Granting {
  readonly assignment: Assignment;
  /** Principal and permission set as one text: made once, not for each of a thousand accounts. */
  readonly key: string;
}

function grantingOf(assignment: Assignment): Granting {
  const { principal, permissionSet } = assignment;
  return { assignment, key: JSON.stringify([principal.type, principal.name, permissionSet.name]) };
}

function grantsIn(account: KnownAccount, grantings: readonly Granting[]): readonly Grant[] {
  return grouped(grantings, (g) => g.key)
    .map((same) => grantOf(account, same))
    .sort(compareGrants);
}

function grantOf(account: KnownAccount, same: Group<Granting>): Grant {
  const { principal, permissionSet } = same[0].assignment;
  return {
    accountId: account.id,
    accountName: account.names[0] ?? account.id,
    principalType: principal.type,
    principalName: principal.name,
    permissionSet: permissionSet.name,
    accountType: same.map(typeOf).reduce(firstType),
    expiresAt: same.map(endOf).reduce(laterEnd),
    sources: places(same.map((g) => g.assignment.permissionSet.span)),
  };
}

function typeOf({ assignment: { target } }: Granting): string | null {
  return target.kind === "accountType" ? target.name : null;
}

function endOf({ assignment: { expiry } }: Granting): string | null {
  return expiry?.at ?? null;
}

/** Of two types the first by name, so that the order in the file does not matter. */
function firstType(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return compareText(a, b) <= 0 ? a : b;
}

/** In order, each place once. */
function places(spans: readonly Span[]): readonly Span[] {
  return spans
    .toSorted(compareSpans)
    .filter((s, i, all) => i === 0 || compareSpans(s, all[i - 1] ?? null) !== 0);
}

/** What makes a grant the one it is. */
export type GrantKey = Pick<Grant, "accountId" | "principalType" | "principalName" | "permissionSet">;

/** By account id, principal type, principal name and permission set. */
export function compareGrants(a: GrantKey, b: GrantKey): number {
  return (
    compareText(a.accountId, b.accountId) ||
    compareText(a.principalType, b.principalType) ||
    compareText(a.principalName, b.principalName) ||
    compareText(a.permissionSet, b.permissionSet)
  );
}

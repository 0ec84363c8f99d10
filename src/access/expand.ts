import type { Assignment, Catalog } from "../catalog/catalog.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../diagnostic/order.js";
import { expandAccountType } from "./account-types.js";
import type { KnownAccount, KnownAccounts } from "./accounts.js";
import { hasEnded, laterEnd } from "./expiry.js";
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
  const grants = new Map<string, Grant>();
  for (const assignment of catalog.assignments) {
    if (hasEnded(assignment, now)) continue;
    for (const account of accountsOf(assignment.target, accounts, types)) add(grants, assignment, account);
  }
  const diagnostics = [...accountsExist(catalog, accounts), ...expanded.flatMap((e) => e.diagnostics)];
  return { grants: [...grants.values()].sort(compareGrants), diagnostics };
}

function add(grants: Map<string, Grant>, assignment: Assignment, account: KnownAccount): void {
  const { principal, permissionSet, target } = assignment;
  const end = assignment.expiry?.at ?? null;
  const type = target.kind === "accountType" ? target.name : null;
  const key = JSON.stringify([account.id, principal.type, principal.name, permissionSet.name]);
  const known = grants.get(key);
  grants.set(key, {
    accountId: account.id,
    accountName: account.names[0] ?? account.id,
    principalType: principal.type,
    principalName: principal.name,
    permissionSet: permissionSet.name,
    accountType: known === undefined ? type : firstType(known.accountType, type),
    expiresAt: known === undefined ? end : laterEnd(known.expiresAt, end),
    sources: withSource(known?.sources ?? [], permissionSet.span),
  });
}

/** Of two types the first by name, so that the order in the file does not matter. */
function firstType(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return compareText(a, b) <= 0 ? a : b;
}

function withSource(sources: readonly Span[], span: Span): readonly Span[] {
  return sources.some((s) => compareSpans(s, span) === 0) ? sources : [...sources, span].sort(compareSpans);
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

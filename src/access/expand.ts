import type { Assignment, Catalog } from "../catalog/catalog.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../diagnostic/order.js";
import { didYouMean } from "../diagnostic/suggest.js";
import { expandAccountType } from "./account-types.js";
import type { KnownAccount } from "./accounts.js";
import type { Grant } from "./model.js";

interface Target {
  readonly accounts: readonly KnownAccount[];
  /** Null when the account itself is named. */
  readonly accountType: string | null;
}

/** Every assignment in every account it reaches: one grant per account, principal and set, with all its sources. */
export function expandGrants(
  catalog: Catalog,
  accounts: readonly KnownAccount[],
): { readonly grants: readonly Grant[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const types = new Map<string, readonly KnownAccount[]>();
  for (const type of catalog.accountTypes) {
    const expanded = expandAccountType(type, accounts);
    diagnostics.push(...expanded.diagnostics);
    types.set(type.name, expanded.accounts);
  }
  const targets = targetLookup(catalog, accounts, types, diagnostics);
  const grants = new Map<string, Grant>();
  for (const assignment of catalog.assignments) {
    const target = targets(assignment);
    for (const account of target.accounts) add(grants, assignment, account, target.accountType);
  }
  return { grants: [...grants.values()].sort(compareGrants), diagnostics };
}

function targetLookup(
  catalog: Catalog,
  accounts: readonly KnownAccount[],
  types: ReadonlyMap<string, readonly KnownAccount[]>,
  diagnostics: Diagnostic[],
): (assignment: Assignment) => Target {
  const byName = new Map(accounts.flatMap((a) => a.names.map((name) => [name, a] as const)));
  const invalidIds = new Set(catalog.accountMap?.map((a) => a.name).filter((name) => !byName.has(name)));
  const reported = new Set<string>();
  return ({ target }) => {
    const account = target.kind === "account" ? byName.get(target.name) : undefined;
    const found = account === undefined ? types.get(target.name) : [account];
    if (target.kind === "account" && account !== undefined) return { accounts: [account], accountType: null };
    if (target.kind === "accountType" && found !== undefined)
      return { accounts: found, accountType: target.name };
    const key = JSON.stringify([target.kind, target.name]);
    if (!reported.has(key) && !invalidIds.has(target.name))
      diagnostics.push(unknownTarget(target, byName, types));
    reported.add(key);
    return { accounts: [], accountType: null };
  };
}

function unknownTarget(
  target: Assignment["target"],
  accounts: ReadonlyMap<string, unknown>,
  types: ReadonlyMap<string, unknown>,
): Diagnostic {
  const isType = target.kind === "accountType";
  const known = isType ? types : accounts;
  const other = isType ? accounts : types;
  const place = isType ? "account_assignments" : "account_type_assignments";
  const hint = isType ? "define it under account_types" : "use a name of the account map";
  return {
    code: isType ? "IDC305" : "IDC301",
    severity: "error",
    message: `unknown ${isType ? "account type" : "account"} "${target.name}"${didYouMean(target.name, known.keys())}`,
    span: target.span,
    hint: other.has(target.name) ? `it belongs under ${place}` : hint,
  };
}

function add(
  grants: Map<string, Grant>,
  assignment: Assignment,
  account: KnownAccount,
  accountType: string | null,
): void {
  const { principal, permissionSet } = assignment;
  const key = JSON.stringify([account.id, principal.type, principal.name, permissionSet.name]);
  const known = grants.get(key);
  grants.set(key, {
    accountId: account.id,
    accountName: account.names[0] ?? account.id,
    principalType: principal.type,
    principalName: principal.name,
    permissionSet: permissionSet.name,
    accountType:
      known === undefined
        ? accountType
        : known.accountType === null
          ? null
          : accountType && known.accountType,
    expiresAt: null,
    sources: withSource(known?.sources ?? [], permissionSet.span),
  });
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

import { knownAccounts } from "../access/accounts.js";
import { expandGrants } from "../access/expand.js";
import { hasEnded } from "../access/expiry.js";
import type { Grant } from "../access/model.js";
import type { PermissionSet } from "../catalog/permission-set.js";
import type { LiveSet } from "../directory/all-access.js";
import type { Account } from "../directory/directory.js";
import type { LiveAssignment } from "../directory/live-access.js";
import { recordedAssignments } from "../terraform/recorded-assignments.js";
import type { AuditFacts } from "./facts.js";
import type { QuotaUse } from "./quota-use.js";
import { quotaUse } from "./quotas.js";

/** A grant AWS has, with what is known of its parts. */
export interface LiveGrant extends LiveAssignment {
  /** Null when the organization does not know it. */
  readonly account: Account | null;
  /** Null when the principal is gone. */
  readonly principalName: string | null;
  /** Null when AWS no longer has the set. */
  readonly set: LiveSet | null;
}

/** The facts with what rules look up in them. */
export interface IndexedFacts extends AuditFacts {
  /** Id of a group or user that exists -> its name. */
  readonly names: ReadonlyMap<string, string>;
  /** `GROUP Admins` -> its id, of what exists. */
  readonly ids: ReadonlyMap<string, string>;
  readonly liveSets: ReadonlyMap<string, LiveSet>;
  readonly liveGrants: readonly LiveGrant[];
  /** Keys of `liveKey`. */
  readonly liveKeys: ReadonlySet<string>;
  readonly declaredSets: ReadonlyMap<string, PermissionSet>;
  /** Keys of `grantKey`. */
  readonly declared: ReadonlyMap<string, Grant>;
  /** The same of assignments whose end is past. */
  readonly ended: ReadonlyMap<string, Grant>;
  /** What the state has, by keys of `liveKey`; null without a state. */
  readonly recorded: ReadonlyMap<string, LiveAssignment> | null;
  /** The fullest first. */
  readonly quotas: readonly QuotaUse[];
  /** Id of somebody who is gone -> the group that has the name today. For a user it is only a namesake. */
  readonly remade: ReadonlyMap<string, { readonly name: string; readonly id: string }>;
}

/** A grant by ids, as AWS and the state have it. */
export function liveKey(it: LiveAssignment): string {
  return `${it.accountId} ${it.permissionSetArn} ${it.principalType} ${it.principalId}`;
}

/** A grant by names, as the catalog has it. */
export function grantKey(
  it: Pick<Grant, "accountId" | "principalType" | "principalName" | "permissionSet">,
): string {
  return `${it.accountId} ${it.permissionSet} ${it.principalType} ${it.principalName}`;
}

/** The key of a live grant by names; null when a part of it has none. */
export function nameKey({ accountId, principalType, principalName, set }: LiveGrant): string | null {
  if (principalName === null || set === null) return null;
  return grantKey({ accountId, principalType, principalName, permissionSet: set.name });
}

export function indexFacts(facts: AuditFacts): IndexedFacts {
  const { directory, live, model, catalog, state, formerNames, clock } = facts;
  const accounts = new Map(directory.accounts.map((account) => [account.id, account]));
  const named = [
    ...directory.groups.map((g) => ({ type: "GROUP" as const, id: g.id, name: g.displayName })),
    ...directory.users.map((u) => ({ type: "USER" as const, id: u.id, name: u.userName })),
  ];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const ids = new Map(named.map(({ type, id, name }) => [`${type} ${name}`, id]));
  const byArn = new Map(live.sets.map((set) => [set.arn, set]));
  return {
    ...facts,
    names,
    ids,
    liveSets: new Map(live.sets.map((set) => [set.name, set])),
    liveGrants: live.assignments.map((assignment) => ({
      ...assignment,
      account: accounts.get(assignment.accountId) ?? null,
      principalName: names.get(assignment.principalId) ?? null,
      set: byArn.get(assignment.permissionSetArn) ?? null,
    })),
    liveKeys: new Set(live.assignments.map(liveKey)),
    declaredSets: new Map(model.permissionSets.map((set) => [set.name, set])),
    declared: new Map(model.grants.map((grant) => [grantKey(grant), grant])),
    ended: new Map(endedGrants(catalog, directory, clock).map((grant) => [grantKey(grant), grant])),
    recorded:
      state === null ? null : new Map(recordedAssignments(state).map((grant) => [liveKey(grant), grant])),
    quotas: quotaUse(facts),
    remade: remadeGroups(formerNames, names, ids),
  };
}

/** What the ended assignments gave. They are not checked any more, so none is left out for a mistake of another. */
function endedGrants(
  catalog: AuditFacts["catalog"],
  directory: AuditFacts["directory"],
  clock: string,
): readonly Grant[] {
  const accounts = knownAccounts(catalog, directory);
  if (accounts === null || !catalog.enabled) return [];
  const assignments = catalog.assignments.filter((assignment) => hasEnded(assignment, clock));
  // Nothing has ended at the beginning of time.
  return expandGrants({ ...catalog, assignments }, accounts, new Date(0).toISOString()).grants;
}

function remadeGroups(
  formerNames: AuditFacts["formerNames"],
  names: IndexedFacts["names"],
  ids: IndexedFacts["ids"],
): IndexedFacts["remade"] {
  const gone = [...formerNames].filter(([id]) => !names.has(id));
  return new Map(
    gone.flatMap(([id, former]) => {
      const name = former.find((one) => ids.has(`GROUP ${one}`));
      return name === undefined ? [] : [[id, { name, id: ids.get(`GROUP ${name}`) ?? "" }] as const];
    }),
  );
}

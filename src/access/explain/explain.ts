import type { Assignment } from "../../catalog/catalog.js";
import type { KnownAccount } from "../accounts.js";
import type { GrantKey } from "../expand.js";
import { hasEnded } from "../expiry.js";
import type { Grant } from "../model.js";
import { type Because, becauseOf, sortedBecause } from "./because.js";
import { type Explained, type ExplainFacts, withLayers } from "./facts.js";
import { type Filter, matchesAssignment, matchesGrant } from "./filter.js";
import type { LeftOut } from "./left-out.js";
import { type Nearest, nearestTo } from "./nearest.js";
import { accountsAsked } from "./targets.js";
import { whatWasLeftOut } from "./what-was-left-out.js";

/** A grant with every line that gives it. */
export interface ExplainedGrant {
  readonly grant: Grant;
  readonly because: readonly Because[];
}

/** Why the access is as it is, as far as a filter asks. */
export interface Explanation {
  readonly filter: Filter;
  /** In the order of the model. */
  readonly grants: readonly ExplainedGrant[];
  readonly leftOut: readonly LeftOut[];
  /** Null when there are grants. */
  readonly nearest: Nearest | null;
}

/** Explains the grants that match, what was left out on the way, and what comes nearest when none does. */
export function explain(facts: ExplainFacts, filter: Filter): Explanation {
  const { catalog, model } = facts;
  const explained = withLayers(facts, new Set(catalog.accountTypes.map((t) => t.name)));
  const grants = model.grants.filter((g) => matchesGrant(filter, g));
  const lines = grants.length === 0 ? new Map<string, Because[]>() : linesByGrant(explained, filter);
  const leftOut = whatWasLeftOut(explained, filter, grants);
  return {
    filter,
    grants: grants.map((grant) => ({ grant, because: sortedBecause(lines.get(keyOf(grant)) ?? []) })),
    leftOut,
    nearest: grants.length > 0 ? null : nearestTo(explained, filter, leftOut),
  };
}

function linesByGrant(facts: Explained, filter: Filter): ReadonlyMap<string, Because[]> {
  const because = becauseOf(facts);
  const lines = new Map<string, Because[]>();
  for (const assignment of facts.catalog.assignments) {
    if (!matchesAssignment(filter, assignment) || hasEnded(assignment, facts.now)) continue;
    for (const account of accountsAsked(facts, filter, assignment.target)) {
      const key = keyOf(grantKey(assignment, account));
      const known = lines.get(key);
      if (known === undefined) lines.set(key, [because(assignment, account)]);
      else known.push(because(assignment, account));
    }
  }
  return lines;
}

function grantKey({ principal, permissionSet }: Assignment, { id }: KnownAccount): GrantKey {
  return {
    accountId: id,
    principalType: principal.type,
    principalName: principal.name,
    permissionSet: permissionSet.name,
  };
}

function keyOf({ accountId, principalType, principalName, permissionSet }: GrantKey): string {
  return JSON.stringify([accountId, principalType, principalName, permissionSet]);
}

import type { Assignment } from "../../catalog/catalog.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { compareSpans } from "../../diagnostic/order.js";
import { hasEnded } from "../expiry.js";
import type { Grant } from "../model.js";
import type { Explained } from "./facts.js";
import type { Filter, PrincipalName } from "./filter.js";
import { keyPath, keysOf } from "./key-path.js";
import { isAbout } from "./targets.js";

/** A list of the catalog, and what in it matters. */
export interface NearestPlace {
  readonly span: Span;
  /** Keys below `vars`. */
  readonly path: string | null;
  readonly principal: PrincipalName | null;
  readonly permissionSets: readonly string[];
}

/** The lists that the grants come from, of those for what is asked for. */
export function placesOf(
  facts: Explained,
  filter: Filter,
  grants: readonly Grant[],
): readonly NearestPlace[] {
  const at = new Set(grants.flatMap((g) => g.sources.map((s) => JSON.stringify([s, g.principalName]))));
  return mentions(
    facts,
    (a) =>
      at.has(JSON.stringify([a.permissionSet.span, a.principal.name])) &&
      !hasEnded(a, facts.now) &&
      isAbout(facts, filter, a.target),
  );
}

/** Each list with an assignment that matters, once. */
export function mentions(
  facts: Explained,
  matters: (assignment: Assignment) => boolean,
): readonly NearestPlace[] {
  const found = new Map<string, NearestPlace>();
  for (const assignment of facts.catalog.assignments) {
    if (!matters(assignment)) continue;
    const { principal, permissionSet } = assignment;
    const path = keyPath(keysOf(assignment));
    const known = found.get(path);
    found.set(path, {
      span: known?.span ?? permissionSet.span,
      path,
      principal: { type: principal.type, name: principal.name },
      permissionSets: [...new Set([...(known?.permissionSets ?? []), permissionSet.name])],
    });
  }
  return [...found.values()].sort((a, b) => compareSpans(a.span, b.span));
}

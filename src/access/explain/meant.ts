import { nearest } from "../../diagnostic/suggest.js";
import type { Explained } from "./facts.js";
import { type Filter, matchesGrant, type PrincipalName } from "./filter.js";

/** A name that only differs in case and has what is asked for; or the nearest, for a name nobody knows. */
export function meantBy(facts: Explained, filter: Filter, principal: PrincipalName): string | null {
  const { catalog, directory, model } = facts;
  const having = model.grants
    .filter((g) => g.principalType === principal.type && matchesGrant({ ...filter, principal: null }, g))
    .map((g) => g.principalName);
  const lower = principal.name.toLowerCase();
  const sameButCase = having.find((name) => name !== principal.name && name.toLowerCase() === lower);
  if (sameButCase !== undefined) return sameButCase;
  const granted = catalog.assignments.filter((a) => a.principal.type === principal.type);
  const inDirectory =
    principal.type === "GROUP"
      ? (directory?.groups ?? []).map((g) => g.displayName)
      : (directory?.users ?? []).map((u) => u.userName);
  const known = new Set([...granted.map((a) => a.principal.name), ...inDirectory]);
  return known.has(principal.name) ? null : nearest(principal.name, known);
}

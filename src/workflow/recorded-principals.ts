import type { AccountAndSet } from "../directory/live-access.js";
import type { ExtraPrincipal } from "../directory/read-by-principals.js";
import { recordedAssignments } from "../terraform/recorded-assignments.js";
import type { State } from "../terraform/state-json.js";

/** The groups and users that the state has grants of, and where: each once. */
export function recordedPrincipals(state: State): readonly ExtraPrincipal[] {
  const principals = new Map<string, { type: "GROUP" | "USER"; id: string; pairs: AccountAndSet[] }>();
  for (const { principalType: type, principalId: id, ...pair } of recordedAssignments(state)) {
    const known = principals.get(`${type} ${id}`) ?? { type, id, pairs: [] };
    known.pairs.push(pair);
    principals.set(`${type} ${id}`, known);
  }
  return [...principals.values()];
}

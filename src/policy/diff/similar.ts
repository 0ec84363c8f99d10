import { textsOf } from "../policy-json.js";
import { conditionsOf } from "./conditions.js";
import type { StatementJson } from "./statement-change.js";

/** Two statements of two documents, by their index. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** What more statements than this have in common tells nothing, and takes long to compare. */
const common = 30;

/**
 * Pairs statements that are alike, the most alike first, each at most once: those that share an action, a
 * service, a condition or a resource other than `*`.
 */
export function pairSimilar(
  before: readonly StatementJson[],
  after: readonly StatementJson[],
): readonly Pair[] {
  const traitsAfter = after.map(traitsOf);
  const having = new Map<string, number[]>();
  traitsAfter.forEach((traits, i) => {
    for (const trait of traits) {
      const alike = having.get(trait) ?? [];
      having.set(trait, alike);
      alike.push(i);
    }
  });
  const candidates = before.flatMap((statement, i) => {
    const traits = traitsOf(statement);
    const shared = new Map<number, number>();
    for (const trait of traits) {
      const alike = having.get(trait) ?? [];
      for (const j of alike.length > common ? [] : alike) shared.set(j, (shared.get(j) ?? 0) + 1);
    }
    return [...shared].map(([j, count]) => {
      const all = traits.size + (traitsAfter[j]?.size ?? 0) - count;
      return { before: i, after: j, likeness: count / all };
    });
  });
  candidates.sort((a, b) => b.likeness - a.likeness || a.before - b.before || a.after - b.after);
  return eachOnce(candidates);
}

function eachOnce(pairs: readonly Pair[]): readonly Pair[] {
  const before = new Set<number>();
  const after = new Set<number>();
  return pairs.filter((pair) => {
    if (before.has(pair.before) || after.has(pair.after)) return false;
    before.add(pair.before);
    after.add(pair.after);
    return true;
  });
}

/** What makes a statement the one it is; `Effect` and a resource of `*` make no difference. */
function traitsOf(statement: StatementJson): ReadonlySet<string> {
  const texts = (key: string): readonly string[] => textsOf(statement[key] ?? []) ?? [];
  const actions = [...texts("Action"), ...texts("NotAction")].map((action) => action.toLowerCase());
  const resources = [...texts("Resource"), ...texts("NotResource")].filter((resource) => resource !== "*");
  return new Set([
    ...actions.map((action) => `action ${action}`),
    ...actions.map((action) => `service ${action.split(":", 1)[0]}`),
    ...resources.map((resource) => `resource ${resource}`),
    ...(conditionsOf(statement["Condition"]) ?? []).map((condition) => `condition ${condition}`),
  ]);
}

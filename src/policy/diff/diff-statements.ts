import { type PolicyJson, statementsOf } from "../policy-json.js";
import { meaningOf, sidOf } from "./meaning.js";
import { pairSimilar } from "./similar.js";
import type { StatementChange, StatementJson } from "./statement-change.js";

/**
 * What became of the statements of a document: removals, then changes, then additions, each in the order
 * of its document, changes in that of the new one. Statements that mean the same are left out. Statements
 * belong together by their `Sid`, the others by what they share.
 */
export function diffStatements(
  before: PolicyJson | null,
  after: PolicyJson | null,
): readonly StatementChange[] {
  const old = byMeaning(before);
  const now = byMeaning(after);
  const gone = [...old].flatMap(([meaning, statement]) => (now.has(meaning) ? [] : [statement]));
  const come = [...now].flatMap(([meaning, statement]) => (old.has(meaning) ? [] : [statement]));
  const origins = originsOf(come, gone);
  const kept = new Set(origins.values());
  const changed = come.filter((statement) => origins.has(statement));
  return [
    ...gone.filter((statement) => !kept.has(statement)).map((statement) => change(statement, null)),
    ...changed.map((statement) => change(origins.get(statement) ?? null, statement)),
    ...come.filter((statement) => !origins.has(statement)).map((statement) => change(null, statement)),
  ];
}

/** What each new statement was before. */
function originsOf(
  come: readonly StatementJson[],
  gone: readonly StatementJson[],
): ReadonlyMap<StatementJson, StatementJson> {
  const bySid = new Map(gone.flatMap((s): [string, StatementJson][] => entry(sidOf(s), s)));
  const origins = new Map<StatementJson, StatementJson>();
  for (const statement of come) {
    const sid = sidOf(statement) ?? "";
    const origin = bySid.get(sid);
    if (origin !== undefined) origins.set(statement, origin);
    bySid.delete(sid);
  }
  const taken = new Set(origins.values());
  const left = gone.filter((statement) => !taken.has(statement));
  const open = come.filter((statement) => !origins.has(statement));
  for (const pair of pairSimilar(left, open)) {
    const [origin, statement] = [left[pair.before], open[pair.after]];
    if (origin !== undefined && statement !== undefined) origins.set(statement, origin);
  }
  return origins;
}

function entry(sid: string | null, statement: StatementJson): [string, StatementJson][] {
  return sid === null ? [] : [[sid, statement]];
}

/** A statement that is written twice is one. */
function byMeaning(policy: PolicyJson | null): ReadonlyMap<string, StatementJson> {
  return new Map(statementsOf(policy).map((statement) => [meaningOf(statement), statement]));
}

function change(before: StatementJson | null, after: StatementJson | null): StatementChange {
  const statement = after ?? before ?? {};
  const kind = before === null ? "add" : after === null ? "remove" : "change";
  return { change: kind, sid: sidOf(statement), before, after };
}

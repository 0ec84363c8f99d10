import { child, entriesOf } from "../../catalog/yaml/node.js";
import type { Grant } from "../model.js";
import { expired, keptOut, missing } from "./assignments-left-out.js";
import type { Explained } from "./facts.js";
import { type Filter, matchesAssignment } from "./filter.js";
import { keyPath } from "./key-path.js";
import { compareLeftOut, type LeftOut, leftOut } from "./left-out.js";
import { replacedLists } from "./replaced.js";

/** Everything that was left out or changed on the way to what a filter asks for. */
export function whatWasLeftOut(
  facts: Explained,
  filter: Filter,
  grants: readonly Grant[],
): readonly LeftOut[] {
  // Who asks for a set also means its copies with another session length.
  const assignments = facts.catalog.assignments.filter((a) => matchesAssignment(filter, a, facts.baseOf));
  return [
    ...disabled(facts),
    ...expired(facts, filter, assignments),
    ...keptOut(facts, filter, assignments),
    ...replacedLists(facts, filter),
    ...overridden(facts, filter, grants),
    ...missing(facts, filter, assignments),
  ].sort(compareLeftOut);
}

function disabled({ catalog, written }: Explained): readonly LeftOut[] {
  if (catalog.enabled) return [];
  return [leftOut("disabled", child(written.vars, "enabled")?.span ?? catalog.span, { path: "enabled" })];
}

/** Stock sets with fields of the catalog, among those that are granted, or asked for alone. */
function overridden(
  { catalog, written, baseOf }: Explained,
  { principal, account, permissionSet }: Filter,
  grants: readonly Grant[],
): readonly LeftOut[] {
  const isAsked = principal === null && account === null && permissionSet !== null;
  const asked = [...grants.map((g) => g.permissionSet), ...(isAsked ? [permissionSet] : [])];
  const names = new Set(asked.map((name) => baseOf.get(name)));
  const entries = entriesOf(child(written.vars, "permission_sets"));
  return catalog.permissionSets.flatMap(({ name, origin, fieldSpans }) => {
    const entry = entries.find((e) => e.key === name);
    if (origin === "own" || fieldSpans.size === 0 || !names.has(name) || entry === undefined) return [];
    const more = { path: keyPath(["permission_sets", name]), permissionSets: [name] };
    return [leftOut("overridden", entry.keySpan, { ...more, fields: [...fieldSpans.keys()] })];
  });
}

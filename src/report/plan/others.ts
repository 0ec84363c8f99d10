import { visible } from "../../diagnostic/visible.js";
import type { PlannedAction } from "../../terraform/plan-json.js";
import type { Change, PlannedGroup, PlanSummary } from "../../workflow/summary/summary.js";
import { type Part, partOf, partsOf } from "./part.js";

/** The catalog's groups by what happens to them, removals first. */
export function groupParts(groups: readonly PlannedGroup[]): readonly Part[] {
  return partsOf("group", groups, ({ name }) => ({ line: visible(name), diff: [] }));
}

/** Objects that get another address are counted: nothing happens to them. */
export function movedPart(moved: PlanSummary["moved"]): readonly Part[] {
  if (moved.length === 0) return [];
  const verb = "moved to another address in the state";
  return [{ change: "adopt", kind: "object", verb, count: moved.length, entries: [] }];
}

/** Objects of the state that are none of the above, listed with Terraform's word. */
export function otherParts(others: PlanSummary["others"]): readonly Part[] {
  const entries = others.map(({ change, address }) => ({
    change: changes[change] ?? ("change" as const),
    line: `${change.padEnd(7)} ${visible(address)}`,
    count: 1,
    diff: [],
  }));
  return partOf({ change: "change", kind: "other object", verb: "of the state", entries });
}

const changes: Partial<Readonly<Record<PlannedAction, Change>>> = {
  create: "add",
  delete: "remove",
  replace: "replace",
  import: "adopt",
  forget: "adopt",
};

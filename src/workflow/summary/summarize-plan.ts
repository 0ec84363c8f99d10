import { resourceType } from "../../access/address.js";
import type { AccessModel } from "../../access/model.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { Directory } from "../../directory/directory.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";
import type { State } from "../../terraform/state-json.js";
import { plannedAssignments } from "./assignments.js";
import { broadening } from "./broadening/broadening.js";
import { newGrants } from "./broadening/new-grants.js";
import { grantNames, plannedGrants } from "./grants.js";
import { plannedGroups } from "./groups.js";
import { holdersBySet } from "./holders.js";
import { type SetNames, setNames } from "./set-names.js";
import { changesSomething, isSetObject, setsOf } from "./set-objects.js";
import { setChanges } from "./sets.js";
import type { PlanSummary } from "./summary.js";

export interface SummaryInput {
  readonly plan: Plan;
  readonly model: AccessModel;
  /** The accounts of its types are looked up again: a grant says only one type. */
  readonly catalog: Catalog;
  readonly directory: Directory;
  /** As it was before the plan. */
  readonly state: State;
}

/** Reads a plan as access. What AWS has is what the plan found there, so changes made by hand show too. */
export function summarizePlan({ plan, model, catalog, directory, state }: SummaryInput): PlanSummary {
  const names = setNames(plan, model, state);
  const assignments = plannedAssignments(plan, model, directory, names);
  const nameOf = grantNames(directory, names);
  const sets = setChanges(setsOf(plan, names), holdersBySet(assignments, model, directory));
  const parts = (part: Part) => plan.changes.filter((change) => partOf(change, names) === part);
  return {
    grants: plannedGrants(
      assignments.filter((a) => partOf(a.change, names) === "grants"),
      nameOf,
    ),
    sets: sets.map((set) => set.planned),
    groups: plannedGroups(parts("groups"), model, directory),
    moved: parts("moved").map((c) => ({ from: c.previousAddress ?? c.address, to: c.address })),
    others: parts("others").map((c) => ({ change: c.action, address: c.address })),
    broadening: broadening({
      grants: newGrants(assignments, nameOf),
      assignments,
      sets,
      model,
      catalog,
      directory,
    }),
    resources: plan.resourceCounts,
  };
}

type Part = "grants" | "sets" | "groups" | "moved" | "others";

/** Where an object is told of: in exactly one place when anything happens to it. */
function partOf(change: PlannedChange, names: SetNames): Part | null {
  if (change.action === "no-op" || change.action === "read") return null;
  if (change.action === "move") return "moved";
  if (change.type === resourceType.assignment) return "grants";
  if (!changesSomething(change)) return "others";
  if (change.type === resourceType.group) return "groups";
  return isSetObject(change) && names.of(change) !== null ? "sets" : "others";
}

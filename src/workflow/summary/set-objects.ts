import { resourceType } from "../../access/address.js";
import { grouped } from "../../access/grouped.js";
import type { Plan, PlannedAction, PlannedChange } from "../../terraform/plan-json.js";
import { type SetContent, setContent } from "./set-content.js";
import type { SetNames } from "./set-names.js";

/** A set of a plan with everything attached to it. */
export interface SetObjects {
  readonly name: string;
  /** Those that are made, deleted, changed or adopted. */
  readonly changes: readonly PlannedChange[];
  readonly before: SetContent;
  readonly after: SetContent;
}

const types: ReadonlySet<string> = new Set([
  resourceType.permissionSet,
  resourceType.managedPolicyAttachment,
  resourceType.customerManagedPolicyAttachment,
  resourceType.inlinePolicy,
  resourceType.boundary,
]);

/** True for a permission set or anything attached to one. */
export function isSetObject({ type }: PlannedChange): boolean {
  return types.has(type);
}

const counting: ReadonlySet<PlannedAction> = new Set(["create", "update", "delete", "replace", "import"]);

/** True for an action that makes, deletes, changes or adopts something. */
export function changesSomething({ action }: PlannedChange): boolean {
  return counting.has(action);
}

/** Every set of a plan, an unchanged one too, in order of its first object. */
export function setsOf(plan: Plan, names: SetNames): readonly SetObjects[] {
  const objects = plan.changes.flatMap((change) => {
    const name = isSetObject(change) ? names.of(change) : null;
    return name === null ? [] : [{ name, change }];
  });
  return grouped(objects, (o) => o.name).map((same) => {
    const all = same.map((o) => o.change);
    return {
      name: same[0].name,
      changes: all.filter(changesSomething),
      before: setContent(all, "before"),
      after: setContent(all, "after"),
    };
  });
}

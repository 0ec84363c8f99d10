import { resourceType } from "../../access/address.js";
import { compareText } from "../../diagnostic/order.js";
import type { PlannedChange } from "../../terraform/plan-json.js";
import { fieldChanges } from "./fields.js";
import { type Holders, nobody } from "./holders.js";
import { statementChanges } from "./policy-change.js";
import type { SetContent } from "./set-content.js";
import type { SetObjects } from "./set-objects.js";
import type { Change, PlannedSet } from "./summary.js";

/** A set that changes, with what it was and will be. */
export interface SetChange {
  readonly planned: PlannedSet;
  readonly before: SetContent;
  readonly after: SetContent;
}

/** The sets of which any object changes, sorted by name. */
export function setChanges(
  sets: readonly SetObjects[],
  holders: ReadonlyMap<string, Holders>,
): readonly SetChange[] {
  return sets
    .filter((set) => set.changes.length > 0)
    .map((set) => ({ ...set, planned: plannedSet(set, holders.get(set.name) ?? nobody) }))
    .sort((a, b) => compareText(a.planned.permissionSet, b.planned.permissionSet));
}

function plannedSet({ name, changes, before, after }: SetObjects, holders: Holders): PlannedSet {
  const whole = changeOfSet(changes);
  if (whole === "add" || whole === "remove")
    return { change: whole, permissionSet: name, ...holders, fields: [], statements: [] };
  const fields = fieldChanges(before, after);
  const statements = statementChanges(before.inlinePolicy, after.inlinePolicy);
  const isSame = fields.length + statements.length === 0;
  const isAdopted = isSame && changes.some((c) => c.importId !== null);
  const change = whole ?? (isAdopted ? "adopt" : "change");
  return { change, permissionSet: name, ...holders, fields, statements };
}

/** What happens to the set itself; null when it stays. One that is deleted at one address and made at another is replaced. */
function changeOfSet(changes: readonly PlannedChange[]): Exclude<Change, "change" | "adopt"> | null {
  const own = changes.filter((c) => c.type === resourceType.permissionSet);
  const has = (action: PlannedChange["action"]): boolean => own.some((c) => c.action === action);
  const isGone = has("delete");
  if (has("replace") || (isGone && own.length > 1)) return "replace";
  return isGone ? "remove" : has("create") ? "add" : null;
}

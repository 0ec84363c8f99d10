import { groupAddress, resourceType } from "../../access/address.js";
import type { AccessModel } from "../../access/model.js";
import { compareText } from "../../diagnostic/order.js";
import type { Directory } from "../../directory/directory.js";
import { asText } from "../../terraform/json.js";
import type { PlannedChange } from "../../terraform/plan-json.js";
import type { Change, PlannedGroup } from "./summary.js";

/** The groups that are made, deleted, renamed or adopted, sorted by name. */
export function plannedGroups(
  changes: readonly PlannedChange[],
  model: AccessModel,
  directory: Directory,
): readonly PlannedGroup[] {
  const declared = new Map(
    model.principals
      .filter((p) => p.created)
      .map((p) => [`${resourceType.group}.${groupAddress(p.name)}`, p.name]),
  );
  const known = new Map(directory.groups.map((g) => [g.id, g.displayName]));
  return changes
    .map((change) => {
      const values = change.after ?? change.before;
      const named = declared.get(change.address) ?? asText(values?.["display_name"]);
      const name = named ?? known.get(asText(values?.["group_id"]) ?? "") ?? change.address;
      return { change: kindOf(change), name };
    })
    .sort((a, b) => compareText(a.name, b.name));
}

function kindOf({ action }: PlannedChange): Change {
  if (action === "create") return "add";
  if (action === "delete") return "remove";
  if (action === "replace") return "replace";
  return action === "import" ? "adopt" : "change";
}

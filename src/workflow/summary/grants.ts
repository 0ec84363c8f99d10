import { compareGrants } from "../../access/expand.js";
import type { Directory } from "../../directory/directory.js";
import { principalNames } from "../../directory/principal-names.js";
import { asText } from "../../terraform/json.js";
import type { PlannedChange } from "../../terraform/plan-json.js";
import { type PlannedAssignment, principalTypeOf } from "./assignments.js";
import type { SetNames } from "./set-names.js";
import type { PlannedGrant } from "./summary.js";

/** Names an assignment's parts: from the catalog when it declares it, else from the directory and the plan. */
export type NameGrant = (assignment: PlannedAssignment) => PlannedGrant;

/** The grants of assignments that change, sorted. */
export function plannedGrants(
  assignments: readonly PlannedAssignment[],
  nameOf: NameGrant,
): readonly PlannedGrant[] {
  return assignments.map(nameOf).sort(compareGrants);
}

/** Looks names up; ids stand where nobody knows a name any more. */
export function grantNames(directory: Directory, sets: SetNames): NameGrant {
  const principals = principalNames(directory);
  const accounts = new Map(directory.accounts.map((a) => [a.id, a.name]));
  return ({ change, declared }) => {
    const values = change.before ?? change.after ?? {};
    const text = (key: string): string => asText(values[key]) ?? "";
    const accountId = declared?.accountId ?? text("target_id");
    const principalId = text("principal_id");
    return {
      change: kindOf(change),
      accountId,
      accountName: declared?.accountName ?? accounts.get(accountId) ?? accountId,
      principalType: declared?.principalType ?? principalTypeOf(values),
      principalName: declared?.principalName ?? principals.get(principalId) ?? principalId,
      permissionSet: declared?.permissionSet ?? sets.before(text("permission_set_arn")),
    };
  };
}

function kindOf({ action }: PlannedChange): PlannedGrant["change"] {
  if (action === "create") return "add";
  if (action === "delete" || action === "forget") return "remove";
  return action === "import" ? "adopt" : "replace";
}

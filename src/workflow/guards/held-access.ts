import { resourceType } from "../../access/address.js";
import { asText } from "../../terraform/json.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";

/** An assignment by ids, as AWS has it. */
export interface HeldAccess {
  readonly change: PlannedChange;
  readonly accountId: string;
  /** Null when the group or user is still to be made. */
  readonly principalId: string | null;
  /** Null when the set is still to be made. */
  readonly permissionSetArn: string | null;
}

/** The assignments of a plan that exist before it, adopted ones too, or after it. */
export function heldAccess({ changes }: Plan, side: "before" | "after"): readonly HeldAccess[] {
  return changes.flatMap((change) => {
    const values = change[side];
    if (change.type !== resourceType.assignment || values === null) return [];
    return [
      {
        change,
        accountId: asText(values["target_id"]) ?? "",
        principalId: asText(values["principal_id"]),
        permissionSetArn: asText(values["permission_set_arn"]),
      },
    ];
  });
}

import { resourceType } from "../access/address.js";
import type { LiveAssignment } from "../directory/live-access.js";
import { asText } from "./json.js";
import type { State } from "./state-json.js";

/** The account assignments that the state has, in its order. */
export function recordedAssignments({ resources }: Pick<State, "resources">): readonly LiveAssignment[] {
  return resources.flatMap(({ type, values }) => {
    if (type !== resourceType.assignment) return [];
    const accountId = asText(values["target_id"]);
    const permissionSetArn = asText(values["permission_set_arn"]);
    const principalId = asText(values["principal_id"]);
    if (accountId === null || permissionSetArn === null || principalId === null) return [];
    const principalType = values["principal_type"] === "USER" ? "USER" : "GROUP";
    return [{ accountId, permissionSetArn, principalType, principalId }];
  });
}

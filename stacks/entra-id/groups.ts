import type { TerraformStack } from "#cdktf";
import { AppRoleAssignment } from "#provider-azuread/app-role-assignment";
import { Group } from "#provider-azuread/group";
import { groupAddress } from "../../src/access/address.js";
import { escapeTemplate } from "../escape.js";
import { reference } from "../reference.js";
import { servicePrincipal } from "./application.js";

/** The template's role for people; who has only "Default Access" is not provisioned. It has no value to be found by. */
const USER_ROLE = servicePrincipal("app_roles").replace(
  /^\$\{(.*)\}$/,
  (_, roles: string) => `\${one([for role in ${roles} : role.id if role.display_name == "User"])}`,
);

/** Adds the groups, each assigned to the application. */
export function addGroups(stack: TerraformStack, groups: readonly string[]): void {
  for (const name of groups) {
    const address = groupAddress(name);
    new Group(stack, `group.${address}`, {
      displayName: escapeTemplate(name),
      securityEnabled: true,
      // Two groups of one name would both be provisioned, and AWS refuses the second.
      preventDuplicateNames: true,
      // Without it everybody in it loses access at once.
      lifecycle: { preventDestroy: true },
    }).overrideLogicalId(address);
    new AppRoleAssignment(stack, `assignment.${address}`, {
      appRoleId: USER_ROLE,
      principalObjectId: reference("azuread_group", address, "object_id"),
      resourceObjectId: servicePrincipal("object_id"),
    }).overrideLogicalId(address);
  }
}

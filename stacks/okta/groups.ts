import type { TerraformStack } from "#cdktf";
import { Group } from "#provider-okta/group";
import { GroupRule } from "#provider-okta/group-rule";
import { groupAddress } from "../../src/access/address.js";
import type { OktaInput } from "../../src/access/provider-stack.js";
import { escapeTemplate } from "../escape.js";
import { reference } from "../reference.js";

/** A group of the catalog ends with a hash, so none has this address. */
const ASSIGNED = "assigned";

/** The id of the group that is assigned to the application. */
export const assignedGroupId = reference("okta_group", ASSIGNED, "id");

/**
 * Adds the groups that are pushed to AWS and the group that is assigned. Who is in one of the former is put into
 * the latter by a rule of its own: a new group then changes no rule, so nobody is unassigned in between.
 */
export function addGroups(
  stack: TerraformStack,
  { groups, assignedGroup, applicationName }: OktaInput,
): void {
  addGroup(
    stack,
    ASSIGNED,
    assignedGroup,
    `Everybody who may sign in to ${applicationName}. Filled by rules.`,
  );
  for (const name of groups) {
    const address = groupAddress(name);
    addGroup(stack, address, name, `Pushed to ${applicationName}.`);
    const rule = new GroupRule(stack, `rule.${address}`, {
      name: escapeTemplate(ruleName(name, address)),
      status: "ACTIVE",
      expressionType: "urn:okta:expression:1.0",
      expressionValue: `isMemberOfGroup("${reference("okta_group", address, "id")}")`,
      groupAssignments: [assignedGroupId],
    });
    rule.overrideLogicalId(address);
  }
}

function addGroup(stack: TerraformStack, address: string, name: string, description: string): void {
  const group = new Group(stack, `group.${address}`, {
    name: escapeTemplate(name),
    description: escapeTemplate(description),
    // Without it everybody in it loses access at once.
    lifecycle: { preventDestroy: true },
  });
  group.overrideLogicalId(address);
}

/** Okta takes 50 characters, and no name twice: the beginning of the group's name, and the hash of its address. */
function ruleName(group: string, address: string): string {
  return `AWS: ${[...group].slice(0, 30).join("")} ${address.slice(address.lastIndexOf("_") + 1)}`;
}

import type { TerraformStack } from "#cdktf";
import { SsoadminPermissionSet } from "#provider-aws/ssoadmin-permission-set";
import { permissionSetAddress, resourceType } from "../../src/access/address.js";
import type { PermissionSet } from "../../src/access/model.js";
import { escapeMap, escapeNullable, escapeTemplate } from "../escape.js";
import { reference, withoutNulls } from "../reference.js";
import type { InstanceRef } from "./instance.js";
import { addPolicies } from "./policies.js";

/** Permission set name -> Terraform addresses of everything attached to it. */
export type PoliciesOf = ReadonlyMap<string, readonly string[]>;

/** Adds the permission sets, each with its policies and boundary. */
export function addPermissionSets(
  stack: TerraformStack,
  sets: readonly PermissionSet[],
  instance: InstanceRef,
): PoliciesOf {
  return new Map(sets.map((set) => [set.name, addPermissionSet(stack, set, instance)]));
}

/** The ARN of a permission set of this stack, as a Terraform expression. */
export function permissionSetArn(name: string): string {
  return reference(resourceType.permissionSet, permissionSetAddress(name), "arn");
}

function addPermissionSet(stack: TerraformStack, set: PermissionSet, instance: InstanceRef) {
  const address = permissionSetAddress(set.name);
  const resource = new SsoadminPermissionSet(stack, `set.${address}`, {
    instanceArn: instance.arn,
    name: escapeTemplate(set.name),
    ...withoutNulls({
      description: escapeNullable(set.description),
      sessionDuration: escapeNullable(set.sessionDuration),
      relayState: escapeNullable(set.relayState),
      tags: Object.keys(set.tags).length === 0 ? null : escapeMap(set.tags),
    }),
  });
  resource.overrideLogicalId(address);
  return addPolicies(stack, set, { instanceArn: instance.arn, permissionSetArn: permissionSetArn(set.name) });
}

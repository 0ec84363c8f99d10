import { TerraformOutput, type TerraformStack } from "#cdktf";
import { assignmentAddress, permissionSetAddress, resourceType } from "../../src/access/address.js";
import type { AccessModel, Grant } from "../../src/access/model.js";
import { escapeKey, escapeTemplate } from "../escape.js";
import { plainData } from "../plain-data.js";
import { reference } from "../reference.js";
import type { InstanceRef } from "./instance.js";
import type { PrincipalIds } from "./principals.js";

/** Adds the outputs of Cloud Posse's component, under the same names. */
export function addOutputs(
  stack: TerraformStack,
  { permissionSets, principals, grants }: AccessModel,
  instance: InstanceRef,
  ids: PrincipalIds,
): void {
  const created = new Set(principals.filter((p) => p.created).map((p) => p.name));
  const groups = [...ids.GROUP];
  const values = {
    ssoadmin_instance_arn: instance.arn,
    identity_store_id: instance.identityStoreId,
    permission_sets: objectOf(permissionSets.map(({ name }) => [name, permissionSetObject(name)])),
    sso_account_assignments: plainData(objectOf(assignmentEntries(grants))),
    group_ids: objectOf(groups.filter(([name]) => created.has(name))),
    group_map: objectOf(groups),
    user_map: objectOf(ids.USER),
  };
  for (const [name, value] of Object.entries(values)) {
    new TerraformOutput(stack, name, { value, staticId: true });
  }
}

/** Not the whole resource: the provider reads absent tags back as empty ones, and a second plan would say so. */
function permissionSetObject(name: string): Readonly<Record<string, string>> {
  const address = permissionSetAddress(name);
  return {
    arn: reference(resourceType.permissionSet, address, "arn"),
    id: reference(resourceType.permissionSet, address, "id"),
    name: escapeTemplate(name),
  };
}

/** Keyed as the component does; where "a-b" with "c" meets "a" with "b-c", the later one adds its address. */
function assignmentEntries(grants: readonly Grant[]): readonly (readonly [string, string])[] {
  const taken = new Set<string>();
  return grants.map((grant) => {
    const address = assignmentAddress(grant);
    const letter = grant.principalType === "GROUP" ? "G" : "U";
    const key = `${grant.accountId}-${letter}-${grant.principalName}-${grant.permissionSet}`;
    const value = reference(resourceType.assignment, address, "id");
    if (taken.has(key)) return [`${key}#${address}`, value];
    taken.add(key);
    return [key, value];
  });
}

function objectOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].map(([name, value]) => [escapeKey(name), value]));
}

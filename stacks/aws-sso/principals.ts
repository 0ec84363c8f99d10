import type { TerraformStack } from "#cdktf";
import { DataAwsIdentitystoreGroup } from "#provider-aws/data-aws-identitystore-group";
import { DataAwsIdentitystoreUser } from "#provider-aws/data-aws-identitystore-user";
import { IdentitystoreGroup } from "#provider-aws/identitystore-group";
import { groupAddress, userAddress } from "../../src/access/address.js";
import type { Principal, PrincipalType } from "../../src/access/model.js";
import { escapeTemplate } from "../escape.js";
import { reference } from "../reference.js";
import type { InstanceRef } from "./instance.js";

/** Principal name -> identity store id, a literal or a reference. */
export type PrincipalIds = Readonly<Record<PrincipalType, ReadonlyMap<string, string>>>;

/** Creates the groups that are ours, looks up those nobody has resolved yet, and knows the id of each. */
export function addPrincipals(
  stack: TerraformStack,
  principals: readonly Principal[],
  instance: InstanceRef,
): PrincipalIds {
  const ids = { GROUP: new Map<string, string>(), USER: new Map<string, string>() };
  for (const principal of principals) {
    ids[principal.type].set(principal.name, idOf(stack, principal, instance));
  }
  return ids;
}

function idOf(stack: TerraformStack, principal: Principal, { identityStoreId }: InstanceRef): string {
  if (principal.created) return createGroup(stack, principal.name, identityStoreId);
  if (principal.id !== null) return escapeTemplate(principal.id);
  return principal.type === "GROUP"
    ? lookUpGroup(stack, principal.name, identityStoreId)
    : lookUpUser(stack, principal.name, identityStoreId);
}

function createGroup(stack: TerraformStack, name: string, identityStoreId: string): string {
  const address = groupAddress(name);
  const displayName = escapeTemplate(name);
  const group = new IdentitystoreGroup(stack, `group.${address}`, { displayName, identityStoreId });
  group.overrideLogicalId(address);
  return reference("aws_identitystore_group", address, "group_id");
}

function lookUpGroup(stack: TerraformStack, name: string, identityStoreId: string): string {
  const address = groupAddress(name);
  const data = new DataAwsIdentitystoreGroup(stack, `data.group.${address}`, {
    identityStoreId,
    alternateIdentifier: {
      uniqueAttribute: { attributePath: "DisplayName", attributeValue: escapeTemplate(name) },
    },
  });
  data.overrideLogicalId(address);
  return reference("data.aws_identitystore_group", address, "group_id");
}

function lookUpUser(stack: TerraformStack, name: string, identityStoreId: string): string {
  const address = userAddress(name);
  const data = new DataAwsIdentitystoreUser(stack, `data.user.${address}`, {
    identityStoreId,
    alternateIdentifier: {
      uniqueAttribute: { attributePath: "UserName", attributeValue: escapeTemplate(name) },
    },
  });
  data.overrideLogicalId(address);
  return reference("data.aws_identitystore_user", address, "user_id");
}

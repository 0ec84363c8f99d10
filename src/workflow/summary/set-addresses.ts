import {
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  resourceType,
} from "../../access/address.js";
import type { PermissionSet } from "../../access/model.js";

/** The Terraform addresses of a set and of everything attached to it. */
export function setAddresses(set: PermissionSet): readonly string[] {
  const { name, managedPolicies, customerManagedPolicies } = set;
  return [
    `${resourceType.permissionSet}.${permissionSetAddress(name)}`,
    `${resourceType.inlinePolicy}.${inlinePolicyAddress(name)}`,
    `${resourceType.boundary}.${boundaryAddress(name)}`,
    ...managedPolicies.map(
      (arn) => `${resourceType.managedPolicyAttachment}.${managedPolicyAttachmentAddress(name, arn)}`,
    ),
    ...customerManagedPolicies.map(
      (p) =>
        `${resourceType.customerManagedPolicyAttachment}.${customerManagedPolicyAttachmentAddress(name, p.path, p.name)}`,
    ),
  ];
}

import {
  type AssignmentKey,
  assignmentAddress,
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  resourceType,
} from "./address.js";
import type { AccessModel, Grant, PermissionSet } from "./model.js";

/** The address of every object the stack declares, as `<resource type>.<logical id>`. */
export function declaredAddresses(model: AccessModel): ReadonlySet<string> {
  return new Set([
    ...model.permissionSets.flatMap(setAddresses),
    ...model.principals.flatMap((p) => (p.created ? [`${resourceType.group}.${groupAddress(p.name)}`] : [])),
    ...model.grants.map(grantAddress),
  ]);
}

/** The address of a grant's assignment, as `<resource type>.<logical id>`. */
export function grantAddress(grant: AssignmentKey): string {
  return `${resourceType.assignment}.${assignmentAddress(grant)}`;
}

/** The grants of a model by their address. */
export function grantsByAddress({ grants }: Pick<AccessModel, "grants">): ReadonlyMap<string, Grant> {
  return new Map(grants.map((grant) => [grantAddress(grant), grant]));
}

/** The addresses of a set and of everything it has attached, the set first. */
export function setAddresses(set: PermissionSet): readonly string[] {
  const { name, managedPolicies, customerManagedPolicies, inlinePolicy, permissionsBoundary } = set;
  const attachment = resourceType.customerManagedPolicyAttachment;
  return [
    `${resourceType.permissionSet}.${permissionSetAddress(name)}`,
    ...managedPolicies.map(
      (arn) => `${resourceType.managedPolicyAttachment}.${managedPolicyAttachmentAddress(name, arn)}`,
    ),
    ...customerManagedPolicies.map(
      (policy) => `${attachment}.${customerManagedPolicyAttachmentAddress(name, policy.path, policy.name)}`,
    ),
    ...(inlinePolicy === null ? [] : [`${resourceType.inlinePolicy}.${inlinePolicyAddress(name)}`]),
    ...(permissionsBoundary === null ? [] : [`${resourceType.boundary}.${boundaryAddress(name)}`]),
  ];
}

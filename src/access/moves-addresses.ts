import {
  assignmentAddress,
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  resourceType,
} from "./address.js";
import type { AccessModel, PermissionSet } from "./model.js";
import type { Moved } from "./synth.js";

/** The address of every object the stack declares, as `<resource type>.<logical id>`. */
export function declaredAddresses(model: AccessModel): ReadonlySet<string> {
  return new Set([
    ...model.permissionSets.flatMap(ofSet),
    ...model.principals.flatMap((p) => (p.created ? [`${resourceType.group}.${groupAddress(p.name)}`] : [])),
    ...model.grants.map((grant) => `${resourceType.assignment}.${assignmentAddress(grant)}`),
  ]);
}

function ofSet(set: PermissionSet): readonly string[] {
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

/** The addresses of a state once Terraform has moved what it has. */
export function addressesAfter(recorded: ReadonlySet<string>, moved: readonly Moved[]): ReadonlySet<string> {
  if (moved.length === 0) return recorded;
  const next = new Map(moved.map(({ from, to }) => [from, to]));
  return new Set([...recorded].map((address) => lastOf(next, address)));
}

/** Where a chain of moves ends. They do not go round in a circle: the catalog's rules see to that. */
export function lastOf(next: ReadonlyMap<string, string>, start: string): string {
  let last = start;
  for (let to = next.get(last); to !== undefined; to = next.get(last)) last = to;
  return last;
}

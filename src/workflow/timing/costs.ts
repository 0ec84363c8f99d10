import { resourceType } from "../../access/address.js";

/** Seconds until Terraform and the AWS provider run: 3 to 5 on two cores. */
export const startSeconds = 4;

/** What an object costs a plan or an apply: groups next to nothing, for nothing waits for them. */
export type Kind = "assignment" | "set" | "policy" | "other";

const kinds: ReadonlyMap<string, Kind> = new Map([
  [resourceType.assignment, "assignment"],
  [resourceType.permissionSet, "set"],
  [resourceType.managedPolicyAttachment, "policy"],
  [resourceType.customerManagedPolicyAttachment, "policy"],
  [resourceType.inlinePolicy, "policy"],
  [resourceType.boundary, "policy"],
]);

/** The kind of an object of this Terraform type. */
export function kindOf(type: string): Kind {
  return kinds.get(type) ?? "other";
}

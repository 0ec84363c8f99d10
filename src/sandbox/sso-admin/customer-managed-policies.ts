import type {
  AttachCustomerManagedPolicyReferenceToPermissionSetRequest,
  AttachCustomerManagedPolicyReferenceToPermissionSetResponse,
  CustomerManagedPolicyReference,
  DetachCustomerManagedPolicyReferenceFromPermissionSetRequest,
  DetachCustomerManagedPolicyReferenceFromPermissionSetResponse,
  ListCustomerManagedPolicyReferencesInPermissionSetRequest,
  ListCustomerManagedPolicyReferencesInPermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { PolicyReference } from "../world/access.js";
import { conflict, findPermissionSet, notFound, paging } from "./find.js";
import { requireRoomForPolicy } from "./managed-policies.js";

export function attachCustomerManagedPolicy(
  context: Context,
  input: Checked<AttachCustomerManagedPolicyReferenceToPermissionSetRequest>,
): AttachCustomerManagedPolicyReferenceToPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const reference = referenceFrom(input.CustomerManagedPolicyReference);
  if (set.customerManagedPolicies.some((other) => keyOf(other) === keyOf(reference))) {
    throw conflict(`Customer managed policy ${keyOf(reference)} is already attached to ${set.name}.`);
  }
  requireRoomForPolicy(set);
  set.customerManagedPolicies = [...set.customerManagedPolicies, reference];
  set.revision += 1;
  return {};
}

export function detachCustomerManagedPolicy(
  context: Context,
  input: Checked<DetachCustomerManagedPolicyReferenceFromPermissionSetRequest>,
): DetachCustomerManagedPolicyReferenceFromPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const key = keyOf(referenceFrom(input.CustomerManagedPolicyReference));
  const rest = set.customerManagedPolicies.filter((reference) => keyOf(reference) !== key);
  if (rest.length === set.customerManagedPolicies.length) {
    throw notFound(`Customer managed policy ${key} is not attached to ${set.name}.`);
  }
  set.customerManagedPolicies = rest;
  set.revision += 1;
  return {};
}

export function listCustomerManagedPolicies(
  context: Context,
  input: Checked<ListCustomerManagedPolicyReferencesInPermissionSetRequest>,
): ListCustomerManagedPolicyReferencesInPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const { items, next } = page(context, input, set.customerManagedPolicies, keyOf, paging);
  return { CustomerManagedPolicyReferences: items, ...next };
}

/** A reference with its default path. */
export function referenceFrom(input: CustomerManagedPolicyReference): PolicyReference {
  return { Name: input.Name ?? "", Path: input.Path ?? "/" };
}

function keyOf(reference: PolicyReference): string {
  return reference.Path + reference.Name;
}

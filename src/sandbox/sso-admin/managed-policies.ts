import type {
  AttachManagedPolicyToPermissionSetRequest,
  AttachManagedPolicyToPermissionSetResponse,
  DetachManagedPolicyFromPermissionSetRequest,
  DetachManagedPolicyFromPermissionSetResponse,
  ListManagedPoliciesInPermissionSetRequest,
  ListManagedPoliciesInPermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import { quotas } from "../quotas.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { PermissionSetRecord } from "../world/access.js";
import { conflict, exceeded, findPermissionSet, notFound, paging } from "./find.js";

/** Any well-formed ARN is taken: the sandbox does not know which managed policies AWS has. */
export function attachManagedPolicy(
  context: Context,
  input: Checked<AttachManagedPolicyToPermissionSetRequest>,
): AttachManagedPolicyToPermissionSetResponse {
  const set = findPermissionSet(context, input);
  if (set.managedPolicies.includes(input.ManagedPolicyArn)) {
    throw conflict(`Managed policy ${input.ManagedPolicyArn} is already attached to ${set.name}.`);
  }
  requireRoomForPolicy(set);
  set.managedPolicies = [...set.managedPolicies, input.ManagedPolicyArn];
  set.revision += 1;
  return {};
}

export function detachManagedPolicy(
  context: Context,
  input: Checked<DetachManagedPolicyFromPermissionSetRequest>,
): DetachManagedPolicyFromPermissionSetResponse {
  const set = findPermissionSet(context, input);
  if (!set.managedPolicies.includes(input.ManagedPolicyArn)) {
    throw notFound(`Managed policy ${input.ManagedPolicyArn} is not attached to ${set.name}.`);
  }
  set.managedPolicies = set.managedPolicies.filter((arn) => arn !== input.ManagedPolicyArn);
  set.revision += 1;
  return {};
}

export function listManagedPolicies(
  context: Context,
  input: Checked<ListManagedPoliciesInPermissionSetRequest>,
): ListManagedPoliciesInPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const { items, next } = page(context, input, set.managedPolicies, (arn) => arn, paging);
  return {
    AttachedManagedPolicies: items.map((arn) => ({ Name: arn.slice(arn.lastIndexOf("/") + 1), Arn: arn })),
    ...next,
  };
}

/** Throws when the set has as many policies, managed by AWS or by the customer, as it may. */
export function requireRoomForPolicy(set: PermissionSetRecord): void {
  const limit = quotas.managedPoliciesPerPermissionSet;
  if (set.managedPolicies.length + set.customerManagedPolicies.length < limit) return;
  throw exceeded(`${set.name} has ${limit} managed policies, which is the quota.`);
}

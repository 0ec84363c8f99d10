import type {
  DeletePermissionsBoundaryFromPermissionSetRequest,
  DeletePermissionsBoundaryFromPermissionSetResponse,
  GetPermissionsBoundaryForPermissionSetRequest,
  GetPermissionsBoundaryForPermissionSetResponse,
  PermissionsBoundary,
  PutPermissionsBoundaryToPermissionSetRequest,
  PutPermissionsBoundaryToPermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import type { BoundaryRecord } from "../world/access.js";
import { referenceFrom } from "./customer-managed-policies.js";
import { findPermissionSet, invalid, notFound } from "./find.js";

export function putPermissionsBoundary(
  context: Context,
  input: Checked<PutPermissionsBoundaryToPermissionSetRequest>,
): PutPermissionsBoundaryToPermissionSetResponse {
  const set = findPermissionSet(context, input);
  set.boundary = boundaryFrom(input.PermissionsBoundary);
  set.revision += 1;
  return {};
}

export function getPermissionsBoundary(
  context: Context,
  input: Checked<GetPermissionsBoundaryForPermissionSetRequest>,
): GetPermissionsBoundaryForPermissionSetResponse {
  const set = findPermissionSet(context, input);
  if (set.boundary === null) throw notFound(`${set.name} has no permissions boundary.`);
  return { PermissionsBoundary: set.boundary };
}

export function deletePermissionsBoundary(
  context: Context,
  input: Checked<DeletePermissionsBoundaryFromPermissionSetRequest>,
): DeletePermissionsBoundaryFromPermissionSetResponse {
  const set = findPermissionSet(context, input);
  if (set.boundary === null) throw notFound(`${set.name} has no permissions boundary.`);
  set.boundary = null;
  set.revision += 1;
  return {};
}

function boundaryFrom(input: PermissionsBoundary): BoundaryRecord {
  const { ManagedPolicyArn: arn, CustomerManagedPolicyReference: reference } = input;
  if (arn !== undefined && reference === undefined) return { ManagedPolicyArn: arn };
  if (arn === undefined && reference !== undefined) {
    return { CustomerManagedPolicyReference: referenceFrom(reference) };
  }
  throw invalid("A permissions boundary is either a ManagedPolicyArn or a CustomerManagedPolicyReference.");
}

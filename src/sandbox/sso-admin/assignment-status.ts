import type {
  DescribeAccountAssignmentCreationStatusRequest,
  DescribeAccountAssignmentCreationStatusResponse,
  DescribeAccountAssignmentDeletionStatusRequest,
  DescribeAccountAssignmentDeletionStatusResponse,
  ListAccountAssignmentCreationStatusRequest,
  ListAccountAssignmentCreationStatusResponse,
  ListAccountAssignmentDeletionStatusRequest,
  ListAccountAssignmentDeletionStatusResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { assignmentStatus } from "./assignments.js";
import { findOperation, listOperations } from "./progress.js";

export function describeCreation(
  context: Context,
  input: Checked<DescribeAccountAssignmentCreationStatusRequest>,
): DescribeAccountAssignmentCreationStatusResponse {
  const id = input.AccountAssignmentCreationRequestId;
  const operation = findOperation(context, "creation", input.InstanceArn, id);
  return { AccountAssignmentCreationStatus: assignmentStatus(operation, context.now) };
}

export function describeDeletion(
  context: Context,
  input: Checked<DescribeAccountAssignmentDeletionStatusRequest>,
): DescribeAccountAssignmentDeletionStatusResponse {
  const id = input.AccountAssignmentDeletionRequestId;
  const operation = findOperation(context, "deletion", input.InstanceArn, id);
  return { AccountAssignmentDeletionStatus: assignmentStatus(operation, context.now) };
}

export function listCreations(
  context: Context,
  input: Checked<ListAccountAssignmentCreationStatusRequest>,
): ListAccountAssignmentCreationStatusResponse {
  const { metadata, next } = listOperations(context, "creation", input);
  return { AccountAssignmentsCreationStatus: metadata, ...next };
}

export function listDeletions(
  context: Context,
  input: Checked<ListAccountAssignmentDeletionStatusRequest>,
): ListAccountAssignmentDeletionStatusResponse {
  const { metadata, next } = listOperations(context, "deletion", input);
  return { AccountAssignmentsDeletionStatus: metadata, ...next };
}

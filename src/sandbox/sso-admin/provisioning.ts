import type {
  DescribePermissionSetProvisioningStatusRequest,
  DescribePermissionSetProvisioningStatusResponse,
  ListPermissionSetProvisioningStatusRequest,
  ListPermissionSetProvisioningStatusResponse,
  PermissionSetProvisioningStatus,
  ProvisionPermissionSetRequest,
  ProvisionPermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import { quotas } from "../quotas.js";
import type { Checked, Context } from "../service/operation.js";
import type { OperationRecord } from "../world/access.js";
import { conflict, findPermissionSet, invalid, notFound } from "./find.js";
import { begin, findOperation, listOperations, running, statusOf } from "./progress.js";
import { accountsLosing, accountsWith } from "./provisioned.js";

/** How AWS words the end of a provisioning that meets an account which the set is just leaving. */
export const assignmentNotFound = "Received a 404 status error: Assignment not found.";

/** Brings the set's present content to one account or to all that have it; succeeds when there are none. */
export function provisionPermissionSet(
  context: Context,
  input: Checked<ProvisionPermissionSetRequest>,
): ProvisionPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const target = targetOf(input);
  const limit = quotas.concurrentProvisionPermissionSet;
  if (running(context, "provisioning").length >= limit) {
    throw conflict(`There are ${limit} ProvisionPermissionSet requests in process. Try again later.`);
  }
  const accounts = accountsWith(context, set);
  if (target !== null && !accounts.includes(target)) throw notFound("Assignment not found.");
  const targets = target === null ? accounts : [target];
  const losing = accountsLosing(context, set);
  const failure = targets.some((account) => losing.includes(account)) ? assignmentNotFound : null;
  if (failure === null) for (const account of targets) set.provisioned[account] = set.revision;
  const begun = { permissionSetArn: set.arn, accountId: target, principal: null, failure };
  const operation = begin(context, "provisioning", begun);
  return { PermissionSetProvisioningStatus: provisioningStatus(operation, context.now) };
}

export function describeProvisioning(
  context: Context,
  input: Checked<DescribePermissionSetProvisioningStatusRequest>,
): DescribePermissionSetProvisioningStatusResponse {
  const id = input.ProvisionPermissionSetRequestId;
  const operation = findOperation(context, "provisioning", input.InstanceArn, id);
  return { PermissionSetProvisioningStatus: provisioningStatus(operation, context.now) };
}

export function listProvisionings(
  context: Context,
  input: Checked<ListPermissionSetProvisioningStatusRequest>,
): ListPermissionSetProvisioningStatusResponse {
  const { metadata, next } = listOperations(context, "provisioning", input);
  return { PermissionSetsProvisioningStatus: metadata, ...next };
}

/** The account, or null for all of them. */
function targetOf(input: Checked<ProvisionPermissionSetRequest>): string | null {
  const { TargetType: type, TargetId: id } = input;
  if (type === "ALL_PROVISIONED_ACCOUNTS" && id === undefined) return null;
  if (type === "AWS_ACCOUNT" && id !== undefined) return id;
  throw invalid("TargetId is needed for AWS_ACCOUNT and not allowed for ALL_PROVISIONED_ACCOUNTS.");
}

function provisioningStatus(operation: OperationRecord, now: number): PermissionSetProvisioningStatus {
  const status = statusOf(operation, now);
  return {
    Status: status,
    RequestId: operation.requestId,
    PermissionSetArn: operation.permissionSetArn,
    CreatedDate: new Date(operation.createdAt),
    ...(operation.accountId === null ? {} : { AccountId: operation.accountId }),
    ...(status === "FAILED" && operation.failure !== null ? { FailureReason: operation.failure } : {}),
  };
}

import type {
  AccountAssignmentOperationStatus,
  CreateAccountAssignmentRequest,
  CreateAccountAssignmentResponse,
  DeleteAccountAssignmentRequest,
  DeleteAccountAssignmentResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import type { OperationRecord, PermissionSetRecord } from "../world/access.js";
import { requireAssignmentQuotas } from "./assignment-quotas.js";
import { accountProblem, requireNoConflict, requirePrincipal } from "./assignment-rules.js";
import { findPermissionSet, notFound } from "./find.js";
import { begin, running, statusOf } from "./progress.js";
import { principalsOf } from "./provisioned.js";
import { assignmentNotFound } from "./provisioning.js";

/**
 * The assignment is there at once; only its status takes time. One that exists already is created
 * again without a trace. An account that cannot be assigned shows in the status, as with AWS.
 */
export function createAccountAssignment(
  context: Context,
  input: Checked<CreateAccountAssignmentRequest>,
): CreateAccountAssignmentResponse {
  const set = findPermissionSet(context, input);
  const principal = requirePrincipal(context, input);
  requireNoConflict(context, set, input.TargetId, principal);
  const principals = principalsOf(context, set.arn, input.TargetId);
  const isNew = !principals.includes(principal);
  requireAssignmentQuotas(context, set, input.TargetId, isNew ? principal : null);
  const failure = accountProblem(context, input.TargetId);
  if (failure === null && isNew) {
    const accounts = context.world.assignments[set.arn] ?? {};
    accounts[input.TargetId] = [...principals, principal];
    context.world.assignments[set.arn] = accounts;
  }
  if (failure === null) set.provisioned[input.TargetId] = set.revision;
  const begun = { permissionSetArn: set.arn, accountId: input.TargetId, principal, failure };
  const operation = begin(context, "creation", begun);
  return { AccountAssignmentCreationStatus: assignmentStatus(operation, context.now) };
}

/**
 * The assignment is gone at once; the permission set stays in the account until the deletion has
 * finished. Provisioning that runs meanwhile fails, which is the race that people meet on AWS.
 */
export function deleteAccountAssignment(
  context: Context,
  input: Checked<DeleteAccountAssignmentRequest>,
): DeleteAccountAssignmentResponse {
  const set = findPermissionSet(context, input);
  const principal = `${input.PrincipalType}:${input.PrincipalId}`;
  requireNoConflict(context, set, input.TargetId, principal);
  const principals = principalsOf(context, set.arn, input.TargetId);
  if (!principals.includes(principal)) throw notFound("Assignment not found.");
  remove(context, set, input.TargetId, principal);
  const begun = { permissionSetArn: set.arn, accountId: input.TargetId, principal, failure: null };
  const operation = begin(context, "deletion", begun);
  return { AccountAssignmentDeletionStatus: assignmentStatus(operation, context.now) };
}

/** A request about an assignment as the API shows it. */
export function assignmentStatus(operation: OperationRecord, now: number): AccountAssignmentOperationStatus {
  const [type = "", id = ""] = operation.principal?.split(":") ?? [];
  const status = statusOf(operation, now);
  return {
    Status: status,
    RequestId: operation.requestId,
    TargetId: operation.accountId ?? "",
    TargetType: "AWS_ACCOUNT",
    PermissionSetArn: operation.permissionSetArn,
    PrincipalType: type === "USER" ? "USER" : "GROUP",
    PrincipalId: id,
    CreatedDate: new Date(operation.createdAt),
    ...(status === "FAILED" && operation.failure !== null ? { FailureReason: operation.failure } : {}),
  };
}

function remove(context: Context, set: PermissionSetRecord, accountId: string, principal: string): void {
  const accounts = context.world.assignments[set.arn] ?? {};
  const rest = principalsOf(context, set.arn, accountId).filter((other) => other !== principal);
  if (rest.length > 0) {
    accounts[accountId] = rest;
    return;
  }
  delete accounts[accountId];
  delete set.provisioned[accountId];
  if (Object.keys(accounts).length === 0) delete context.world.assignments[set.arn];
  for (const provisioning of running(context, "provisioning")) {
    const concerned = provisioning.accountId === null || provisioning.accountId === accountId;
    if (provisioning.permissionSetArn === set.arn && concerned) provisioning.failure = assignmentNotFound;
  }
}

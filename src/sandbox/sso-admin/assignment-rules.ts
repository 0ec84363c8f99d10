import type { CreateAccountAssignmentRequest } from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import type { PermissionSetRecord } from "../world/access.js";
import { conflict, notFound } from "./find.js";
import { running } from "./progress.js";

/** The principal as the index keeps it; throws when the identity store has none. */
export function requirePrincipal({ world }: Context, input: Checked<CreateAccountAssignmentRequest>): string {
  const principals = input.PrincipalType === "USER" ? world.users : world.groups;
  if (Object.hasOwn(principals, input.PrincipalId)) return `${input.PrincipalType}:${input.PrincipalId}`;
  throw notFound(`${input.PrincipalType} with id ${input.PrincipalId} was not found in the identity store.`);
}

/** Throws while another request about the same assignment is in process. */
export function requireNoConflict(
  context: Context,
  set: PermissionSetRecord,
  accountId: string,
  principal: string,
): void {
  const operation = [...running(context, "creation"), ...running(context, "deletion")].find(
    (other) =>
      other.permissionSetArn === set.arn && other.accountId === accountId && other.principal === principal,
  );
  if (operation === undefined) return;
  throw conflict(`There is a conflicting operation in process with request id ${operation.requestId}.`);
}

/** Why an account cannot be assigned, or null. */
export function accountProblem({ world }: Context, accountId: string): string | null {
  const account = world.organization.accounts[accountId];
  if (account === undefined) return `Account ${accountId} is not a member of the organization.`;
  if (account.state === "ACTIVE") return null;
  return `Account ${accountId} is ${account.state} and cannot be assigned.`;
}

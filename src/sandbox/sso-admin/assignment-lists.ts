import type {
  AccountAssignment,
  ListAccountAssignmentsForPrincipalRequest,
  ListAccountAssignmentsForPrincipalResponse,
  ListAccountAssignmentsRequest,
  ListAccountAssignmentsResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import { findInstance, findPermissionSet, notFound, paging } from "./find.js";
import { principalsOf } from "./provisioned.js";

/** Who has the set in the account. An account outside the organization has no assignments. */
export function listAccountAssignments(
  context: Context,
  input: Checked<ListAccountAssignmentsRequest>,
): ListAccountAssignmentsResponse {
  const set = findPermissionSet(context, input);
  const principals = principalsOf(context, set.arn, input.AccountId);
  const { items, next } = page(context, input, principals, (principal) => principal, paging);
  return { AccountAssignments: items.map((it) => shown(set.arn, input.AccountId, it)), ...next };
}

/** What a principal has anywhere; for a user, what its groups have as well. */
export function listAccountAssignmentsForPrincipal(
  context: Context,
  input: Checked<ListAccountAssignmentsForPrincipalRequest>,
): ListAccountAssignmentsForPrincipalResponse {
  findInstance(context, input.InstanceArn);
  const principals = principalsBehind(context, input);
  const only = input.Filter?.AccountId;
  const found: AccountAssignment[] = [];
  for (const [arn, accounts] of Object.entries(context.world.assignments)) {
    for (const [accountId, assigned] of Object.entries(accounts)) {
      if (only !== undefined && only !== accountId) continue;
      const hits = assigned.filter((principal) => principals.has(principal));
      found.push(...hits.map((principal) => shown(arn, accountId, principal)));
    }
  }
  const { items, next } = page(context, input, found, keyOf, paging);
  return { AccountAssignments: items, ...next };
}

function principalsBehind(
  { world }: Context,
  input: Checked<ListAccountAssignmentsForPrincipalRequest>,
): ReadonlySet<string> {
  const { PrincipalType: type, PrincipalId: id } = input;
  if (!Object.hasOwn(type === "USER" ? world.users : world.groups, id)) {
    throw notFound(`${type} with id ${id} was not found in the identity store.`);
  }
  const groups = Object.values(world.memberships).filter(({ userId }) => type === "USER" && userId === id);
  return new Set([`${type}:${id}`, ...groups.map(({ groupId }) => `GROUP:${groupId}`)]);
}

function shown(permissionSetArn: string, accountId: string, principal: string): AccountAssignment {
  const [type = "", id = ""] = principal.split(":");
  return {
    AccountId: accountId,
    PermissionSetArn: permissionSetArn,
    PrincipalType: type === "USER" ? "USER" : "GROUP",
    PrincipalId: id,
  };
}

function keyOf(assignment: AccountAssignment): string {
  return [
    assignment.AccountId,
    assignment.PermissionSetArn,
    assignment.PrincipalType,
    assignment.PrincipalId,
  ].join(" ");
}

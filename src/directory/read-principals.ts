import { paginateListAccountAssignmentsForPrincipal } from "@aws-sdk/client-sso-admin";
import type { AwsClients } from "./clients.js";
import type { LiveAssignment } from "./live-access.js";
import { unlessMissing } from "./read-permission-set.js";

/** A group or user by its id. */
export interface Principal {
  readonly id: string;
  readonly type: "GROUP" | "USER";
}

const pageSize = 100;

/**
 * What a principal was granted itself, in AWS's order; nothing when AWS does not know it (any more). For a user
 * AWS answers what it has access to, and that may come by its groups: those grants are the groups'. Only
 * the management account may ask.
 */
export async function readGrantsOf(
  clients: AwsClients,
  instanceArn: string,
  principal: Principal,
): Promise<readonly LiveAssignment[]> {
  return (await unlessMissing(readAll(clients, instanceArn, principal))) ?? [];
}

async function readAll(
  { ssoAdmin: client }: AwsClients,
  InstanceArn: string,
  { id, type }: Principal,
): Promise<readonly LiveAssignment[]> {
  const input = { InstanceArn, PrincipalId: id, PrincipalType: type };
  const found: LiveAssignment[] = [];
  for await (const page of paginateListAccountAssignmentsForPrincipal({ client, pageSize }, input)) {
    for (const { AccountId, PermissionSetArn, PrincipalId, PrincipalType } of page.AccountAssignments ?? []) {
      if (PrincipalId !== id || PrincipalType !== type) continue;
      if (AccountId === undefined || PermissionSetArn === undefined) continue;
      found.push({
        accountId: AccountId,
        permissionSetArn: PermissionSetArn,
        principalType: type,
        principalId: id,
      });
    }
  }
  return found;
}

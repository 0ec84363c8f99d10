import { quotas } from "../quotas.js";
import type { Context } from "../service/operation.js";
import type { PermissionSetRecord } from "../world/access.js";
import { conflict, exceeded } from "./find.js";
import { running } from "./progress.js";
import { principalsOf } from "./provisioned.js";

/** Throws when one more assignment would be over a quota. `principal` is null for one that exists already. */
export function requireAssignmentQuotas(
  context: Context,
  set: PermissionSetRecord,
  accountId: string,
  principal: string | null,
): void {
  const outstanding = quotas.outstandingCreateAccountAssignment;
  // This quota frees itself within seconds, so it is answered by the code that clients retry.
  if (running(context, "creation").length >= outstanding) {
    throw conflict(`There are ${outstanding} outstanding CreateAccountAssignment requests. Try again later.`);
  }
  if (principal === null) return;
  const principals = principalsOf(context, set.arn, accountId);
  const groups = principals.filter((other) => other.startsWith("GROUP:")).length;
  if (principal.startsWith("GROUP:") && groups >= quotas.groupsPerPermissionSetPerAccount) {
    throw exceeded(
      `${set.name} is assigned to ${groups} groups in account ${accountId}, which is the quota.`,
    );
  }
  if (principals.length > 0) return;
  const sets = Object.values(context.world.assignments).filter((accounts) =>
    Object.hasOwn(accounts, accountId),
  );
  if (sets.length >= quotas.permissionSetsProvisionedPerAccount) {
    throw exceeded(`Account ${accountId} has ${sets.length} permission sets, which is the quota.`);
  }
}

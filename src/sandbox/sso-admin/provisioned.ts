import type { Context } from "../service/operation.js";
import type { OperationRecord, PermissionSetRecord } from "../world/access.js";

/** Whether an asynchronous request is still IN_PROGRESS. */
export function inProgress(operation: OperationRecord, now: number): boolean {
  return now < operation.finishesAt;
}

/** The principals a set is assigned to in an account, as `GROUP:<id>` or `USER:<id>`. */
export function principalsOf(
  { world }: Context,
  permissionSetArn: string,
  accountId: string,
): readonly string[] {
  return world.assignments[permissionSetArn]?.[accountId] ?? [];
}

/**
 * The accounts a set is provisioned to: those it is assigned in, and those it is being removed from.
 * AWS takes the role away with the last assignment, but only when that deletion has finished.
 */
export function accountsWith(context: Context, set: PermissionSetRecord): readonly string[] {
  const assigned = Object.keys(context.world.assignments[set.arn] ?? {});
  return [...assigned, ...accountsLosing(context, set)];
}

/** The accounts whose last assignment of the set is being deleted right now. */
export function accountsLosing(context: Context, set: PermissionSetRecord): readonly string[] {
  const losing = context.world.operations.deletion
    .filter((deletion) => deletion.permissionSetArn === set.arn && inProgress(deletion, context.now))
    .map((deletion) => deletion.accountId ?? "")
    .filter((accountId) => principalsOf(context, set.arn, accountId).length === 0);
  return [...new Set(losing)];
}

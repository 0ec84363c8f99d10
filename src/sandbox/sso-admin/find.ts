import { quotas } from "../quotas.js";
import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { Paging } from "../service/page.js";
import type { PermissionSetRecord } from "../world/access.js";
import type { InstanceRecord } from "../world/world.js";

export const paging: Paging = { size: quotas.pageSize, invalidCode: "ValidationException" };

/** The instance with this ARN; there is one, and only in its own region. */
export function findInstance({ world, region }: Context, arn: string): InstanceRecord {
  if (arn === world.instance.arn && region === world.instance.region) return world.instance;
  throw failure("ResourceNotFoundException", `Instance with ARN ${arn} was not found in ${region}.`);
}

/** A permission set of the instance. */
export function findPermissionSet(
  context: Context,
  input: { readonly InstanceArn: string; readonly PermissionSetArn: string },
): PermissionSetRecord {
  findInstance(context, input.InstanceArn);
  const found = context.world.permissionSets[input.PermissionSetArn];
  if (found !== undefined) return found;
  throw failure(
    "ResourceNotFoundException",
    `PermissionSet with ARN ${input.PermissionSetArn} was not found.`,
  );
}

export function notFound(message: string) {
  return failure("ResourceNotFoundException", message);
}

export function conflict(message: string) {
  return failure("ConflictException", message);
}

export function invalid(message: string) {
  return failure("ValidationException", message);
}

export function exceeded(message: string) {
  return failure("ServiceQuotaExceededException", message);
}

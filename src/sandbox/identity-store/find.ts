import { quotas } from "../quotas.js";
import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { Paging } from "../service/page.js";
import type { GroupRecord, MembershipRecord, UserRecord } from "../world/identity-store.js";

export const paging: Paging = { size: quotas.pageSize, invalidCode: "ValidationException" };

interface InStore {
  readonly IdentityStoreId: string;
}

/** Throws unless the caller names the one identity store, in its region. */
export function requireStore({ world, region }: Context, { IdentityStoreId: id }: InStore): void {
  const { identityStoreId, region: home } = world.instance;
  if (id !== identityStoreId || region !== home) throw missing("IDENTITY_STORE", id);
}

export function findGroup(context: Context, input: InStore & { readonly GroupId: string }): GroupRecord {
  requireStore(context, input);
  const group = context.world.groups[input.GroupId];
  if (group === undefined) throw missing("GROUP", input.GroupId);
  return group;
}

export function findUser(context: Context, input: InStore & { readonly UserId: string }): UserRecord {
  requireStore(context, input);
  const user = context.world.users[input.UserId];
  if (user === undefined) throw missing("USER", input.UserId);
  return user;
}

export function findMembership(
  context: Context,
  input: InStore & { readonly MembershipId: string },
): MembershipRecord {
  requireStore(context, input);
  const membership = context.world.memberships[input.MembershipId];
  if (membership === undefined) throw missing("GROUP_MEMBERSHIP", input.MembershipId);
  return membership;
}

type ResourceType = "GROUP" | "USER" | "IDENTITY_STORE" | "GROUP_MEMBERSHIP";

export function missing(type: ResourceType, id: string | null) {
  const members = { ResourceType: type, ...(id === null ? {} : { ResourceId: id }) };
  return failure("ResourceNotFoundException", `${type} not found.`, members);
}

export function duplicate(message: string) {
  return failure("ConflictException", message, { Reason: "UNIQUENESS_CONSTRAINT_VIOLATION" });
}

export function invalid(message: string) {
  return failure("ValidationException", message);
}

export function exceeded(message: string) {
  return failure("ServiceQuotaExceededException", message);
}

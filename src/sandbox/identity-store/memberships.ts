import type {
  CreateGroupMembershipRequest,
  CreateGroupMembershipResponse,
  DeleteGroupMembershipRequest,
  DeleteGroupMembershipResponse,
  DescribeGroupMembershipRequest,
  GetGroupMembershipIdRequest,
  GetGroupMembershipIdResponse,
  GroupMembership,
} from "@aws-sdk/client-identitystore";
import type { Checked, Context } from "../service/operation.js";
import type { MembershipRecord } from "../world/identity-store.js";
import { identityStoreMemberId } from "../world/ids.js";
import { duplicate, findGroup, findMembership, findUser, missing } from "./find.js";

export function createMembership(
  context: Context,
  input: Checked<CreateGroupMembershipRequest>,
): CreateGroupMembershipResponse {
  const { IdentityStoreId } = input;
  const { group, user } = pairOf(context, input);
  const { memberships } = context.world;
  if (membershipOf(context, group.id, user.id) !== undefined) {
    throw duplicate(`User ${user.id} is a member of group ${group.id} already.`);
  }
  const id = identityStoreMemberId(IdentityStoreId);
  memberships[id] = { id, groupId: group.id, userId: user.id, createdAt: context.now };
  return { MembershipId: id, IdentityStoreId };
}

export function deleteMembership(
  context: Context,
  input: Checked<DeleteGroupMembershipRequest>,
): DeleteGroupMembershipResponse {
  const membership = findMembership(context, input);
  delete context.world.memberships[membership.id];
  return {};
}

export function describeMembership(
  context: Context,
  input: Checked<DescribeGroupMembershipRequest>,
): GroupMembership {
  return shownMembership(context, findMembership(context, input));
}

export function getMembershipId(
  context: Context,
  input: Checked<GetGroupMembershipIdRequest>,
): GetGroupMembershipIdResponse {
  const { group, user } = pairOf(context, input);
  const membership = membershipOf(context, group.id, user.id);
  if (membership === undefined) throw missing("GROUP_MEMBERSHIP", null);
  return { MembershipId: membership.id, IdentityStoreId: input.IdentityStoreId };
}

/** The membership of a user in a group, if it is a member. */
export function membershipOf(
  { world }: Context,
  groupId: string,
  userId: string,
): MembershipRecord | undefined {
  return Object.values(world.memberships).find((it) => it.groupId === groupId && it.userId === userId);
}

export function shownMembership(context: Context, membership: MembershipRecord): GroupMembership {
  return {
    IdentityStoreId: context.world.instance.identityStoreId,
    MembershipId: membership.id,
    GroupId: membership.groupId,
    MemberId: { UserId: membership.userId },
    CreatedAt: new Date(membership.createdAt),
    UpdatedAt: new Date(membership.createdAt),
  };
}

function pairOf(context: Context, input: Checked<CreateGroupMembershipRequest>) {
  const { IdentityStoreId, GroupId, MemberId } = input;
  const group = findGroup(context, { IdentityStoreId, GroupId });
  const user = findUser(context, { IdentityStoreId, UserId: MemberId.UserId ?? "" });
  return { group, user };
}

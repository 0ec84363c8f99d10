import type {
  IsMemberInGroupsRequest,
  IsMemberInGroupsResponse,
  ListGroupMembershipsForMemberRequest,
  ListGroupMembershipsForMemberResponse,
  ListGroupMembershipsRequest,
  ListGroupMembershipsResponse,
} from "@aws-sdk/client-identitystore";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import { findGroup, findUser, paging } from "./find.js";
import { membershipOf, shownMembership } from "./memberships.js";

export function listMemberships(
  context: Context,
  input: Checked<ListGroupMembershipsRequest>,
): ListGroupMembershipsResponse {
  const group = findGroup(context, input);
  const all = Object.values(context.world.memberships).filter(({ groupId }) => groupId === group.id);
  const { items, next } = page(context, input, all, (membership) => membership.id, paging);
  return { GroupMemberships: items.map((membership) => shownMembership(context, membership)), ...next };
}

export function listMembershipsForMember(
  context: Context,
  input: Checked<ListGroupMembershipsForMemberRequest>,
): ListGroupMembershipsForMemberResponse {
  const { IdentityStoreId, MemberId } = input;
  const user = findUser(context, { IdentityStoreId, UserId: MemberId.UserId ?? "" });
  const all = Object.values(context.world.memberships).filter(({ userId }) => userId === user.id);
  const { items, next } = page(context, input, all, (membership) => membership.id, paging);
  return { GroupMemberships: items.map((membership) => shownMembership(context, membership)), ...next };
}

export function isMemberInGroups(
  context: Context,
  input: Checked<IsMemberInGroupsRequest>,
): IsMemberInGroupsResponse {
  const { IdentityStoreId, MemberId, GroupIds } = input;
  const user = findUser(context, { IdentityStoreId, UserId: MemberId.UserId ?? "" });
  const groups = GroupIds.map((GroupId) => findGroup(context, { IdentityStoreId, GroupId }));
  return {
    Results: groups.map((group) => ({
      GroupId: group.id,
      MemberId: { UserId: user.id },
      MembershipExists: membershipOf(context, group.id, user.id) !== undefined,
    })),
  };
}

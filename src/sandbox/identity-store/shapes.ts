import { list, structure } from "../shape/shape.js";
import * as m from "./members.js";

const IdentityStoreId = m.identityStoreId;
const GroupId = m.resourceId;
const MembershipId = m.resourceId;
const UserId = m.resourceId;
const MemberId = m.memberId;
const AlternateIdentifier = m.alternateIdentifier;

/** The input of every operation of identitystore that the sandbox has. */
export const shapes = {
  ListGroups: structure({ IdentityStoreId }, { Filters: m.filters, ...m.paging }),
  DescribeGroup: structure({ IdentityStoreId, GroupId }),
  GetGroupId: structure({ IdentityStoreId, AlternateIdentifier }),
  CreateGroup: structure({ IdentityStoreId }, { DisplayName: m.groupName, Description: m.sensitive }),
  UpdateGroup: structure({ IdentityStoreId, GroupId, Operations: m.attributeOperations }),
  DeleteGroup: structure({ IdentityStoreId, GroupId }),

  ListUsers: structure(
    { IdentityStoreId },
    { Extensions: m.extensionNames, Filters: m.filters, ...m.paging },
  ),
  DescribeUser: structure({ IdentityStoreId, UserId }, { Extensions: m.extensionNames }),
  GetUserId: structure({ IdentityStoreId, AlternateIdentifier }),
  CreateUser: structure(
    { IdentityStoreId },
    { UserName: m.userName, DisplayName: m.sensitive, ...m.userAttributes },
  ),
  DeleteUser: structure({ IdentityStoreId, UserId }),

  CreateGroupMembership: structure({ IdentityStoreId, GroupId, MemberId }),
  DeleteGroupMembership: structure({ IdentityStoreId, MembershipId }),
  DescribeGroupMembership: structure({ IdentityStoreId, MembershipId }),
  GetGroupMembershipId: structure({ IdentityStoreId, GroupId, MemberId }),
  ListGroupMemberships: structure({ IdentityStoreId, GroupId }, m.paging),
  ListGroupMembershipsForMember: structure({ IdentityStoreId, MemberId }, m.paging),
  IsMemberInGroups: structure({ IdentityStoreId, MemberId, GroupIds: list(m.resourceId, 1, 100) }),
} as const;

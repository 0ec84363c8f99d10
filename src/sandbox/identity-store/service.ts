import { quotas } from "../quotas.js";
import { type Operation, reading, type Service, writing } from "../service/operation.js";
import { createGroup, deleteGroup, describeGroup, getGroupId, listGroups } from "./groups.js";
import { isMemberInGroups, listMemberships, listMembershipsForMember } from "./membership-lists.js";
import { createMembership, deleteMembership, describeMembership, getMembershipId } from "./memberships.js";
import { shapes as s } from "./shapes.js";
import { updateGroup } from "./update-group.js";
import { createUser, deleteUser, describeUser, getUserId, listUsers } from "./users.js";

const operations: Readonly<Record<keyof typeof s, Operation>> = {
  ListGroups: reading(s.ListGroups, listGroups),
  DescribeGroup: reading(s.DescribeGroup, describeGroup),
  GetGroupId: reading(s.GetGroupId, getGroupId),
  CreateGroup: writing(s.CreateGroup, createGroup),
  UpdateGroup: writing(s.UpdateGroup, updateGroup),
  DeleteGroup: writing(s.DeleteGroup, deleteGroup),
  ListUsers: reading(s.ListUsers, listUsers),
  DescribeUser: reading(s.DescribeUser, describeUser),
  GetUserId: reading(s.GetUserId, getUserId),
  CreateUser: writing(s.CreateUser, createUser),
  DeleteUser: writing(s.DeleteUser, deleteUser),
  CreateGroupMembership: writing(s.CreateGroupMembership, createMembership),
  DeleteGroupMembership: writing(s.DeleteGroupMembership, deleteMembership),
  DescribeGroupMembership: reading(s.DescribeGroupMembership, describeMembership),
  GetGroupMembershipId: reading(s.GetGroupMembershipId, getMembershipId),
  ListGroupMemberships: reading(s.ListGroupMemberships, listMemberships),
  ListGroupMembershipsForMember: reading(s.ListGroupMembershipsForMember, listMembershipsForMember),
  IsMemberInGroups: reading(s.IsMemberInGroups, isMemberInGroups),
};

/** The identity store of the instance, `AWSIdentityStore`. */
export const identityStore: Service = {
  name: "identitystore",
  operations: new Map(Object.entries(operations)),
  invalidCode: "ValidationException",
  throttle: "operation",
  requestsPerSecond: quotas.identityStoreRequestsPerSecondPerApi,
};

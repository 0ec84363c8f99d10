import { paginateListGroupMembershipsForMember } from "@aws-sdk/client-identitystore";
import type { AwsClients } from "./clients.js";

const pageSize = 100;

/** Ids of the groups a user is in, in AWS's order. Source: identitystore `ListGroupMembershipsForMember`. */
export async function readGroupMemberships(
  { identityStore: client }: AwsClients,
  identityStoreId: string,
  userId: string,
): Promise<readonly string[]> {
  const input = { IdentityStoreId: identityStoreId, MemberId: { UserId: userId } };
  const groups: string[] = [];
  for await (const page of paginateListGroupMembershipsForMember({ client, pageSize }, input)) {
    for (const { GroupId } of page.GroupMemberships ?? []) if (GroupId !== undefined) groups.push(GroupId);
  }
  return groups;
}

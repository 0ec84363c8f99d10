import { type ExternalId, paginateListGroups, paginateListUsers } from "@aws-sdk/client-identitystore";
import type { AwsClients } from "./clients.js";
import type { Group, User } from "./directory.js";
import type { Progress } from "./progress.js";

const scimIssuer = "https://scim.aws.com/";
const pageSize = 100;

/** All groups. One without a display name is left out: nothing could name it. */
export async function readGroups(
  { identityStore: client }: AwsClients,
  identityStoreId: string,
  progress: Progress,
): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for await (const page of paginateListGroups({ client, pageSize }, { IdentityStoreId: identityStoreId })) {
    for (const { GroupId, DisplayName, ExternalIds } of page.Groups ?? []) {
      if (GroupId === undefined || DisplayName === undefined) continue;
      groups.push({ id: GroupId, displayName: DisplayName, scim: isScim(ExternalIds) });
    }
    progress(`${groups.length} groups`);
  }
  return groups;
}

/** All users. One without a user name is left out: nothing could name it. */
export async function readUsers(
  { identityStore: client }: AwsClients,
  identityStoreId: string,
  progress: Progress,
): Promise<readonly User[]> {
  const users: User[] = [];
  for await (const page of paginateListUsers({ client, pageSize }, { IdentityStoreId: identityStoreId })) {
    for (const { UserId, UserName, ExternalIds } of page.Users ?? []) {
      if (UserId === undefined || UserName === undefined) continue;
      users.push({ id: UserId, userName: UserName, scim: isScim(ExternalIds) });
    }
    progress(`${users.length} users`);
  }
  return users;
}

function isScim(externalIds: readonly ExternalId[] | undefined): boolean {
  return externalIds?.some(({ Issuer }) => Issuer?.startsWith(scimIssuer)) ?? false;
}

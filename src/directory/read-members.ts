import { paginateListGroupMemberships, ResourceNotFoundException } from "@aws-sdk/client-identitystore";
import type { AwsClients } from "./clients.js";
import { inParallel } from "./in-parallel.js";

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;
const pageSize = 100;

/** Group id -> how many users are in it; a group that AWS does not know is left out. Each group once. */
export async function readMembers(
  clients: AwsClients,
  identityStoreId: string,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counted = await inParallel([...new Set(groupIds)], atOnce, async (id) => {
    const count = await countMembers(clients, identityStoreId, id);
    return [id, count] as const;
  });
  return new Map(counted.filter((entry): entry is readonly [string, number] => entry[1] !== null));
}

async function countMembers(
  { identityStore: client }: AwsClients,
  IdentityStoreId: string,
  GroupId: string,
): Promise<number | null> {
  let count = 0;
  try {
    const input = { IdentityStoreId, GroupId };
    for await (const page of paginateListGroupMemberships({ client, pageSize }, input)) {
      count += page.GroupMemberships?.length ?? 0;
    }
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
  return count;
}

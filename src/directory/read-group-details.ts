import { DescribeGroupCommand, ResourceNotFoundException } from "@aws-sdk/client-identitystore";
import type { AwsClients } from "./clients.js";
import { inParallel } from "./in-parallel.js";

/** A group with what a directory leaves out. Source: identitystore `DescribeGroup`. */
export interface GroupDetails {
  readonly id: string;
  readonly displayName: string | null;
  readonly description: string | null;
  /** Ids that identity providers gave it, in AWS's order. */
  readonly externalIds: readonly { readonly issuer: string; readonly id: string }[];
}

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;

/** Group id -> details; a group that AWS does not know is left out. Each group once. */
export async function readGroupDetails(
  { identityStore }: AwsClients,
  IdentityStoreId: string,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, GroupDetails>> {
  const found = await inParallel([...new Set(groupIds)], atOnce, async (id): Promise<GroupDetails | null> => {
    try {
      const answer = await identityStore.send(new DescribeGroupCommand({ IdentityStoreId, GroupId: id }));
      const { DisplayName, Description, ExternalIds = [] } = answer;
      const externalIds = ExternalIds.map(({ Issuer, Id }) => ({ issuer: Issuer ?? "", id: Id ?? "" }));
      return { id, displayName: DisplayName ?? null, description: Description ?? null, externalIds };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      throw error;
    }
  });
  return new Map(found.filter((group) => group !== null).map((group) => [group.id, group]));
}

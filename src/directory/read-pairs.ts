import type { Ask } from "./ask.js";
import type { AwsClients } from "./clients.js";
import { inParallel } from "./in-parallel.js";
import type { AccountAndSet, LiveAssignment } from "./live-access.js";
import { readAssignments } from "./read-live-access.js";
import { unlessMissing } from "./read-permission-set.js";

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;

/** Who has the set in the account, of each pair; nobody where the set or the account went meanwhile. */
export async function readPairs(
  clients: AwsClients,
  ask: Ask,
  instanceArn: string,
  pairs: readonly AccountAndSet[],
): Promise<readonly LiveAssignment[]> {
  const found = await inParallel(pairs, atOnce, (pair) =>
    ask(`ListAccountAssignments ${pairKey(pair)}`, () =>
      unlessMissing(readAssignments(clients, instanceArn, pair)),
    ),
  );
  return found.flatMap((assignments) => assignments ?? []);
}

/** One text for one pair. */
export function pairKey({ accountId, permissionSetArn }: AccountAndSet): string {
  return `${accountId} ${permissionSetArn}`;
}

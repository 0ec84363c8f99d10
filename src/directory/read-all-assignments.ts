import type { Reading } from "./all-access.js";
import type { Ask } from "./ask.js";
import type { AwsClients } from "./clients.js";
import type { Directory } from "./directory.js";
import type { Forecast } from "./forecast.js";
import type { AccountAndSet } from "./live-access.js";
import { everyPrincipal, type FoundAssignments, readByPrincipals } from "./read-by-principals.js";
import { readCaller } from "./read-caller.js";
import type { SetInAccounts } from "./read-live-set.js";
import { readPairs } from "./read-pairs.js";
import { callsForPairs, cheaperMethod, type ReadingSize } from "./reading-cost.js";
import type { ReadingOptions } from "./reading-options.js";

/** What the reading has come to when it gets to the assignments. */
export interface AssignmentsReading {
  readonly ask: Ask;
  readonly forecast: Forecast;
  readonly located: readonly SetInAccounts[];
}

/** All assignments, by the method asked for, or by the one with fewer calls. */
export async function readAllAssignments(
  clients: AwsClients,
  directory: Directory,
  { method, extraPrincipals, cache }: ReadingOptions,
  { ask, forecast, located }: AssignmentsReading,
): Promise<FoundAssignments & Pick<Reading, "method">> {
  const { arn } = directory.instance;
  const pairs = located.flatMap(pairsOf);
  const principals = everyPrincipal(directory, extraPrincipals);
  const size: ReadingSize = { pairs: pairs.length, principals: principals.length };
  // A reading that gave up on principals once must not try them again when it is resumed.
  const memory = `${arn} method`;
  const givenUp = cache?.get(memory) === "pairs";
  if ((method ?? (givenUp ? "pairs" : await choose(clients, directory, size))) === "principals") {
    forecast.expect(principals.length);
    const budget = method === undefined ? callsForPairs(size) : Number.POSITIVE_INFINITY;
    const found = await readByPrincipals(clients, arn, { ask, forecast, principals, pairs, budget });
    if (found !== null) return { ...found, method: "principals" };
    cache?.put(memory, "pairs");
  }
  forecast.expect(pairs.length);
  return { assignments: await readPairs(clients, ask, arn, pairs), complete: true, method: "pairs" };
}

function pairsOf({ key, accountIds }: SetInAccounts): readonly AccountAndSet[] {
  return accountIds.map((accountId) => ({ accountId, permissionSetArn: key.PermissionSetArn }));
}

/** Only the management account may ask by principal, so whoever else asks reads pairs. */
async function choose(
  clients: AwsClients,
  directory: Directory,
  size: ReadingSize,
): Promise<Reading["method"]> {
  if (cheaperMethod(size) === "pairs") return "pairs";
  const { accountId } = await readCaller(clients);
  return accountId === directory.managementAccountId ? "principals" : "pairs";
}

import { compareText } from "../diagnostic/order.js";
import type { AllAccess, LiveSet } from "./all-access.js";
import { type Ask, createAsk } from "./ask.js";
import type { AwsClients } from "./clients.js";
import type { Directory } from "./directory.js";
import { createForecast } from "./forecast.js";
import { inParallel } from "./in-parallel.js";
import type { Progress } from "./progress.js";
import { readAllAssignments } from "./read-all-assignments.js";
import type { ReadCache } from "./read-cache.js";
import { compareAssignments } from "./read-live-access.js";
import { callsForSet, readLiveSet, type SetInAccounts } from "./read-live-set.js";
import { readAccountsOf, readSetArns, unlessMissing } from "./read-permission-set.js";
import type { ReadingOptions } from "./reading-options.js";

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;

/**
 * Reads all permission sets and all assignments with as few calls as can be. The progress is told of sets
 * first, then of calls with a forecast. Throws the SDK's errors, which `explainAwsError` explains; with
 * a cache, what was read until then is not asked again.
 */
export async function readAllAccess(
  clients: AwsClients,
  directory: Directory,
  options: ReadingOptions,
  progress: Progress,
): Promise<AllAccess> {
  const instanceArn = directory.instance.arn;
  const begin = clients.now();
  const before = clients.calls();
  const requests = () => [...callsSince(clients, before)].reduce((sum, [, count]) => sum + count, 0);
  const forecast = createForecast({ now: clients.now, requests }, progress);
  const located = await locateSets(clients, instanceArn, options.cache, progress);
  const ask = createAsk(instanceArn, options.cache, forecast);
  forecast.expect(located.reduce((sum, set) => sum + callsForSet(set), 0));
  const found = await readAllAssignments(clients, directory, options, { ask, forecast, located });
  const sets = await inParallel(located, atOnce, (set) => readLiveSet(clients, ask, set));
  return {
    sets: sets.filter((set): set is LiveSet => set !== null).sort((a, b) => compareText(a.name, b.name)),
    assignments: [...found.assignments].sort(compareAssignments),
    reading: {
      method: found.method,
      complete: found.complete,
      calls: Object.fromEntries(callsSince(clients, before)),
      seconds: (clients.now() - begin) / 1000,
    },
  };
}

/** Every set and where it is provisioned: only then it is known how much there is to read. */
async function locateSets(
  clients: AwsClients,
  instanceArn: string,
  cache: ReadCache | undefined,
  progress: Progress,
): Promise<readonly SetInAccounts[]> {
  const arns = await readSetArns(clients, instanceArn);
  let done = 0;
  const ask: Ask = createAsk(instanceArn, cache, { spare() {}, answered() {} });
  return inParallel(arns, atOnce, async (arn) => {
    const key = { InstanceArn: instanceArn, PermissionSetArn: arn };
    const read = () => unlessMissing(readAccountsOf(clients, key));
    const accountIds = await ask(`ListAccountsForProvisionedPermissionSet ${arn}`, read);
    done += 1;
    progress(`accounts of ${done} of ${arns.length} permission sets`);
    return { key, accountIds: accountIds ?? [] };
  });
}

/** Requests since then by `service.Operation`, sorted. */
function callsSince(clients: AwsClients, before: ReadonlyMap<string, number>): readonly [string, number][] {
  return [...clients.calls()]
    .map(([name, count]): [string, number] => [name, count - (before.get(name) ?? 0)])
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => compareText(a, b));
}

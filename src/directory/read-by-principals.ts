import type { Ask } from "./ask.js";
import type { AwsClients } from "./clients.js";
import type { Directory } from "./directory.js";
import type { Forecast } from "./forecast.js";
import { inParallel } from "./in-parallel.js";
import type { AccountAndSet, LiveAssignment } from "./live-access.js";
import { pairKey, readPairs } from "./read-pairs.js";
import { type Principal, readGrantsOf } from "./read-principals.js";

/** A principal that the state knows; the directory may not know it any more. */
export interface ExtraPrincipal extends Principal {
  /** Where the state has grants of it. They are looked up one by one when AWS does not tell them. */
  readonly pairs?: readonly AccountAndSet[];
}

/** What to read and how far to go. */
export interface PrincipalsReading {
  readonly ask: Ask;
  readonly forecast: Forecast;
  readonly principals: readonly ExtraPrincipal[];
  /** Every (account, set) where the set is provisioned. */
  readonly pairs: readonly AccountAndSet[];
  /** More calls than this are not spent on principals. */
  readonly budget: number;
}

/** Assignments, and whether none can be missing. */
export interface FoundAssignments {
  readonly assignments: readonly LiveAssignment[];
  readonly complete: boolean;
}

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;
const operation = "ListAccountAssignmentsForPrincipal";

/** The groups and users of the directory, then those that only the state knows. */
export function everyPrincipal(
  directory: Directory,
  extra: readonly ExtraPrincipal[],
): readonly ExtraPrincipal[] {
  const known: readonly Principal[] = [
    ...directory.groups.map(({ id }) => ({ id, type: "GROUP" as const })),
    ...directory.users.map(({ id }) => ({ id, type: "USER" as const })),
  ];
  const byKey = new Map(extra.map((principal) => [`${principal.type} ${principal.id}`, principal]));
  for (const { id, type } of known) byKey.delete(`${type} ${id}`);
  return [...known, ...byKey.values()];
}

/**
 * Asks what each principal has, then looks at the pairs where nobody was found to have anything: there AWS has
 * grants of principals that it does not name. One such grant stays hidden in a pair that somebody known has as
 * well, so the result is complete only when every grant came from a look at its pair. Null when the
 * budget is spent: the answers fill more pages than anybody could foresee.
 */
export async function readByPrincipals(
  clients: AwsClients,
  instanceArn: string,
  { ask, forecast, principals, pairs, budget }: PrincipalsReading,
): Promise<FoundAssignments | null> {
  const sent = () => clients.calls().get(`sso.${operation}`) ?? 0;
  const limit = sent() + budget;
  const answers = await inParallel(principals, atOnce, async (principal) => {
    if (sent() > limit) {
      forecast.spare();
      return null;
    }
    const { type, id } = principal;
    return ask(`${operation} ${type} ${id}`, () => readGrantsOf(clients, instanceArn, { type, id }));
  });
  if (answers.includes(null)) return null;
  const found = answers.flatMap((answer) => answer ?? []);
  const suspects = new Set(untold(principals, found));
  const seen = new Set(found.map(pairKey));
  const single = pairs.filter((pair) => !seen.has(pairKey(pair)) || suspects.has(pairKey(pair)));
  forecast.expect(single.length);
  const looked = await readPairs(clients, ask, instanceArn, single);
  const keys = new Set(single.map(pairKey));
  const kept = found.filter((assignment) => !keys.has(pairKey(assignment)));
  return { assignments: [...kept, ...looked], complete: kept.length === 0 };
}

/** The pairs where the state has a grant of a principal that AWS said nothing of. */
function untold(principals: readonly ExtraPrincipal[], found: readonly LiveAssignment[]): readonly string[] {
  const keyOf = (type: string, id: string, pair: AccountAndSet) => `${type} ${id} ${pairKey(pair)}`;
  const told = new Set(found.map((it) => keyOf(it.principalType, it.principalId, it)));
  return principals.flatMap(({ type, id, pairs = [] }) =>
    pairs.filter((pair) => !told.has(keyOf(type, id, pair))).map(pairKey),
  );
}

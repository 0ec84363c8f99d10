import type { Reading } from "./all-access.js";

/** What decides how many calls a reading of all assignments takes. */
export interface ReadingSize {
  /** (Permission set, account) pairs where the set is provisioned. */
  readonly pairs: number;
  /** Groups and users to ask about. */
  readonly principals: number;
}

const pageSize = 100;

/** One call a pair: an account rarely has one set for more principals than a page holds. */
export function callsForPairs({ pairs }: ReadingSize): number {
  return pairs;
}

/**
 * One call a principal, and one more for every page that is full. How the assignments spread over principals
 * shows only in the answers; there is one a pair at least, so this is what it costs at least.
 */
function callsForPrincipals({ pairs, principals }: ReadingSize): number {
  return principals + Math.floor(pairs / pageSize);
}

/** The method with fewer predicted calls; `pairs` when they are equal, because it misses nothing. */
export function cheaperMethod(size: ReadingSize): Reading["method"] {
  return callsForPrincipals(size) < callsForPairs(size) ? "principals" : "pairs";
}

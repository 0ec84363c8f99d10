import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";
import { isNearlyFull } from "../quota-use.js";

/** No quota is used to more than 80 %. */
export function quotasHaveRoom({ quotas }: IndexedFacts): readonly Finding[] {
  return quotas.filter(isNearlyFull).map(({ quota, used, limit, percent, place, subject, raisable, next }) =>
    finding(
      "warning",
      "IDC615",
      { ...place, quota },
      {
        message: `${quota}${subject === null ? "" : ` in ${subject}`}: ${used} of ${limit} (${percent} %)`,
        hint: `${next}; ${raisable ? "AWS raises it on request" : "AWS does not raise it"}`,
      },
    ),
  );
}

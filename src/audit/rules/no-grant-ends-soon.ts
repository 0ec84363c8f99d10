import { grouped } from "../../access/grouped.js";
import { dayOf } from "../../catalog/instant.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

const millisecondsPerDay = 86_400_000;

/** No grant ends within the days of `expiry_warning_days`; once for each principal, set and end. */
export function noGrantEndsSoon({ model, catalog, clock }: IndexedFacts): readonly Finding[] {
  const soon = new Date(Date.parse(clock) + catalog.expiryWarningDays * millisecondsPerDay).toISOString();
  const ending = model.grants.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= soon);
  const keyOf = (g: (typeof ending)[number]) =>
    `${g.expiresAt} ${g.permissionSet} ${g.principalType} ${g.principalName}`;
  return grouped(ending, keyOf).map((grants) => {
    const { principalType, principalName, permissionSet, expiresAt, sources } = grants[0];
    return finding(
      "info",
      "IDC609",
      { principalType, principalName, permissionSet },
      {
        message: `${permissionSet} of "${principalName}" ends on ${dayOf(expiresAt ?? "")} in ${counted(grants.length, "account")}`,
        span: sources[0] ?? null,
        hint: "nothing is taken away until the next deploy after that; to keep it, set a later date",
      },
    );
  });
}

import { grouped } from "../../access/grouped.js";
import type { Grant } from "../../access/model.js";
import { dayOf } from "../../catalog/instant.js";
import { counted } from "../../diagnostic/counted.js";
import { compareText } from "../../diagnostic/order.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

const millisecondsPerDay = 86_400_000;

/** No grant ends within the days of `expiry_warning_days`; once for each principal and set. */
export function noGrantEndsSoon({ model, catalog, clock }: IndexedFacts): readonly Finding[] {
  const soon = new Date(Date.parse(clock) + catalog.expiryWarningDays * millisecondsPerDay).toISOString();
  const ending = model.grants
    .flatMap((grant) => (grant.expiresAt === null ? [] : [{ ...grant, expiresAt: grant.expiresAt }]))
    .filter(({ expiresAt }) => expiresAt <= soon)
    .sort((a, b) => compareText(a.expiresAt, b.expiresAt));
  const keyOf = (g: Grant) => `${g.permissionSet} ${g.principalType} ${g.principalName}`;
  return grouped(ending, keyOf).map((grants) => {
    const { principalType, principalName, permissionSet, expiresAt, sources } = grants[0];
    const first = grants.every((grant) => grant.expiresAt === expiresAt) ? "on" : "from";
    return finding(
      "info",
      "IDC609",
      { principalType, principalName, permissionSet },
      {
        message: `${permissionSet} of "${principalName}" ends ${first} ${dayOf(expiresAt)} in ${counted(grants.length, "account")}`,
        span: sources[0] ?? null,
        hint: "nothing is taken away until the next deploy after that; to keep it, set a later date",
        details: grants.map((g) => `${dayOf(g.expiresAt)}  ${g.accountName} (${g.accountId})`),
      },
    );
  });
}

import { grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";
import { keyOf } from "./declared-grants-are-in-aws.js";

/** The state has every declared grant that AWS has. The next plan adopts the others; once for each set. */
export function grantsAreInTheState(facts: IndexedFacts): readonly Finding[] {
  const { recorded, liveKeys, model } = facts;
  if (recorded === null) return [];
  const unknown = model.grants.filter((grant) => {
    const key = keyOf(facts, grant);
    return key !== null && liveKeys.has(key) && !recorded.has(key);
  });
  return grouped(unknown, (grant) => grant.permissionSet).map((grants) => {
    const { permissionSet, sources } = grants[0];
    return finding(
      "info",
      "IDC616",
      { permissionSet },
      {
        message: `Terraform's state does not have ${counted(grants.length, "grant")} of ${permissionSet} that AWS has and the catalog says`,
        span: sources[0] ?? null,
        hint: "the next deploy adopts what is there; nothing is made twice",
        details: grants.map((grant) => `${grant.principalName} -> ${grant.accountName} (${grant.accountId})`),
      },
    );
  });
}

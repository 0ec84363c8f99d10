import { grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Nobody is granted anything directly. What the catalog does not say at all is another finding. */
export function accessGoesThroughGroups({ model }: IndexedFacts): readonly Finding[] {
  const direct = model.grants.filter((grant) => grant.principalType === "USER");
  return grouped(direct, (grant) => grant.principalName).map((grants) => {
    const { principalType, principalName, sources } = grants[0];
    return finding(
      "info",
      "IDC613",
      { principalType, principalName },
      {
        message: `user "${principalName}" is assigned directly: ${counted(grants.length, "grant")}`,
        span: sources[0] ?? null,
        hint: "grant it to a group: who leaves the company keeps a direct grant until somebody edits the catalog",
      },
    );
  });
}

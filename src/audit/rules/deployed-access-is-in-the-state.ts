import { resourceType } from "../../access/address.js";
import { grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { asText } from "../../terraform/json.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";
import { keyOf } from "./declared-grants-are-in-aws.js";

/** The state has all declared access that AWS has. The next plan adopts the rest; once for each set. */
export function deployedAccessIsInTheState(facts: IndexedFacts): readonly Finding[] {
  const { recorded, state, liveKeys, liveSets, model } = facts;
  if (recorded === null) return [];
  const sets = (state?.resources ?? []).filter((resource) => resource.type === resourceType.permissionSet);
  const arns = new Set(sets.map(({ values }) => asText(values["arn"])));
  const unknown = model.grants.filter((grant) => {
    const key = keyOf(facts, grant);
    return key !== null && liveKeys.has(key) && !recorded.has(key);
  });
  const bySet = new Map(grouped(unknown, (g) => g.permissionSet).map((g) => [g[0].permissionSet, g]));
  return model.permissionSets.flatMap(({ name }) => {
    const live = liveSets.get(name);
    const grants = bySet.get(name) ?? [];
    const lacks = [
      ...(live === undefined || arns.has(live.arn) ? [] : [`permission set "${name}"`]),
      ...(grants.length === 0 ? [] : [`${counted(grants.length, "grant")} of ${name}`]),
    ];
    if (lacks.length === 0) return [];
    return [
      finding(
        "info",
        "IDC616",
        { permissionSet: name },
        {
          message: `Terraform's state does not have ${lacks.join(" and ")} that AWS has and the catalog says`,
          span: grants[0]?.sources[0] ?? null,
          hint: "the next deploy adopts what is there; nothing is made twice",
          details: grants.map((g) => `${g.principalName} -> ${g.accountName} (${g.accountId})`),
        },
      ),
    ];
  });
}

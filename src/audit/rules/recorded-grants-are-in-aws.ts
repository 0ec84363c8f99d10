import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";
import { keyOf } from "./declared-grants-are-in-aws.js";

/** AWS has every grant of the state. Those the catalog still says are missing, which is another finding. */
export function recordedGrantsAreInAws(facts: IndexedFacts): readonly Finding[] {
  const { recorded, liveKeys, model } = facts;
  if (recorded === null) return [];
  const declared = new Set(model.grants.map((grant) => keyOf(facts, grant)));
  const gone = [...recorded].filter((key) => !liveKeys.has(key) && !declared.has(key));
  if (gone.length === 0) return [];
  return [
    finding(
      "info",
      "IDC617",
      {},
      {
        message: `Terraform's state has ${counted(gone.length, "grant")} that neither AWS nor the catalog has`,
        hint: "the next deploy forgets them; nothing changes in AWS",
        details: gone,
      },
    ),
  ];
}

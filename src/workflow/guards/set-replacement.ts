import { resourceType } from "../../access/address.js";
import { counted } from "../../diagnostic/counted.js";
import { asText } from "../../terraform/json.js";
import type { PlannedChange } from "../../terraform/plan-json.js";
import { firstOf } from "./first-of.js";
import type { GuardFacts, GuardHit } from "./guard.js";

const reasons: ReadonlyMap<string, string> = new Map([
  ["name", "its name changes"],
  ["instance_arn", "its instance changes"],
]);

/** A permission set that is deleted and made again: every assignment and every session goes with it. */
export function setReplacement({ plan }: GuardFacts): readonly GuardHit[] {
  const sets = plan.changes.filter((c) => c.type === resourceType.permissionSet && c.action === "replace");
  if (sets.length === 0) return [];
  return [
    {
      guard: "set-replacement",
      code: "IDC421",
      message: `the plan replaces ${counted(sets.length, "permission set")} with every assignment: ${firstOf(sets.map(words))}`,
      hint: "declare a new set beside the old one, move the grants to it in one deploy and remove the old one in the next",
    },
  ];
}

/** `"Dev" (its name changes)` */
function words({ before, address, replacePaths }: PlannedChange): string {
  const name = `"${asText(before?.["name"]) ?? address}"`;
  const why = replacePaths.map((path) => reasons.get(path) ?? `its ${path} changes`);
  return why.length === 0 ? name : `${name} (${why.join(", ")})`;
}

import type { GuideStep } from "../guide.js";
import { groupValues, type KnownValues } from "../known-values.js";
import type { StepPart } from "../provider-parts.js";

/** The groups that the catalog grants something to. */
export function groupsStep(known: KnownValues, part: StepPart): GuideStep {
  return {
    id: "groups",
    title: "Make the groups, and put people into them",
    actions: part.actions,
    values: [...groupValues(known), ...part.values],
    check:
      "`npx identity preflight` misses no group. `npx identity setup` tells who made them, and which are empty.",
    goesWrong: [
      ...part.goesWrong,
      {
        symptom: "`IDC401`: a group does not exist, and a similar one does.",
        remedy:
          "Names are case-sensitive and compared to the letter. Rename the group at the provider, or write its name into the catalog as it is.",
      },
    ],
  };
}

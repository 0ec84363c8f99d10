import { firstOf } from "./first-of.js";
import type { GuardFacts, GuardHit } from "./guard.js";

/** With `--no-broadening`, a plan after which people may do more than before. */
export function broadening({ summary, noBroadening }: GuardFacts): readonly GuardHit[] {
  if (!noBroadening || summary.broadening.length === 0) return [];
  return [
    {
      guard: "broadening",
      code: "IDC426",
      message: `the plan broadens access: ${firstOf(
        summary.broadening.map((b) => b.message),
        "; ",
      )}`,
      hint: "have the change reviewed by somebody who may decide it, or take it out of the catalog",
    },
  ];
}

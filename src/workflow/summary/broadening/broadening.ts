import { counted } from "../../../diagnostic/counted.js";
import type { SetChange } from "../sets.js";
import type { Broadening } from "../summary.js";
import { type GrantFacts, grantReasons } from "./grant-reasons.js";
import { widerSets } from "./sets.js";
import { grantLines } from "./wording.js";

/** What says whether access is broadened. */
export interface BroadeningFacts extends GrantFacts {
  readonly sets: readonly SetChange[];
}

/** The gravest first. */
const kinds: readonly Broadening["kind"][] = [
  ...(["administrator", "management-account", "production", "all-accounts"] as const),
  ...(["policy", "session", "grant"] as const),
];

/** Everything that somebody may do after the plan and not before; a removal is never among it. */
export function broadening(facts: BroadeningFacts): readonly Broadening[] {
  const grave = grantReasons(facts).map((reason) => ({
    ...reason,
    grants: facts.grants.filter(reason.applies),
  }));
  const listed = new Set(grave.flatMap((reason) => reason.grants));
  const found = [
    ...widerSets(facts.sets),
    ...grave.flatMap(({ kind, grants, what }) => grantLines(kind, grants, what)),
    ...otherGrants(facts.grants.length - listed.size, listed.size > 0),
  ];
  return kinds.flatMap((kind) => found.filter((reason) => reason.kind === kind));
}

/** New grants are counted when nothing graver is to be said of them: the summary lists them anyway. */
function otherGrants(count: number, areOthers: boolean): readonly Broadening[] {
  const message = counted(count, areOthers ? "other new grant" : "new grant");
  return count === 0 ? [] : [{ kind: "grant", message }];
}

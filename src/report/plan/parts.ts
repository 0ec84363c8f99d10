import type { PlanSummary } from "../../workflow/summary/summary.js";
import { grantParts } from "./grants.js";
import { groupParts, movedPart, otherParts } from "./others.js";
import { type Part, titleOf } from "./part.js";
import { setParts } from "./sets.js";

/** The parts of a summary by kind, removals first in each. */
export function partsByKind(summary: PlanSummary): readonly (readonly Part[])[] {
  return [
    grantParts(summary.grants),
    setParts(summary.sets),
    groupParts(summary.groups),
    movedPart(summary.moved),
    otherParts(summary.others),
  ];
}

/** `2 grants taken away, 1 added, 1 permission set changed`; objects of the state only when there is nothing else. */
export function countsText(kinds: readonly (readonly Part[])[]): string {
  const ofAccess = kinds.slice(0, 3).flat().length > 0 ? kinds.slice(0, 3) : kinds;
  return ofAccess
    .flatMap((parts) => parts.map((part, i) => (i === 0 ? titleOf(part) : `${part.count} ${part.verb}`)))
    .join(", ");
}

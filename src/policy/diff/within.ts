import { includesChoice, piecesOf } from "./choice.js";
import type { Extent } from "./extent.js";

/**
 * True only when each request that a statement is about, others are about too: any of its actions on any of
 * its resources is in one of them that asks for no other condition.
 */
export function isWithin(inner: Extent, others: readonly Extent[]): boolean {
  const resources = piecesOf(inner.resources);
  const reaches = others
    .filter((outer) => hasConditionsOf(inner, outer))
    .map((outer) => ({
      actions: outer.actions,
      resources: resources.flatMap((piece, i) => (includesChoice(outer.resources, piece) ? [i] : [])),
    }));
  return piecesOf(inner.actions).every((action) => {
    const reached = reaches.filter((outer) => includesChoice(outer.actions, action));
    return new Set(reached.flatMap((outer) => outer.resources)).size === resources.length;
  });
}

/** Conditions narrow: a statement with all of another's has no more than it. */
function hasConditionsOf(inner: Extent, outer: Extent): boolean {
  const conditions = new Set(inner.conditions);
  return outer.conditions.every((condition) => conditions.has(condition));
}

import type { PolicyJson } from "../policy-json.js";
import { type Extent, extentsOf, hasVariable } from "./extent.js";
import { isWithin } from "./within.js";

/**
 * True when a document may allow something that the one before did not, or may deny less of what other
 * policies allow; null is no document. False only when that is proven: what it allows was allowed, under
 * no other conditions, and what was denied still is.
 */
export function isWider(before: PolicyJson | null, after: PolicyJson | null): boolean {
  const old = extentsOf(before);
  const now = extentsOf(after);
  if (old === null || now === null) return true;
  if (isCurrent(before) !== isCurrent(after) && [...old, ...now].some(hasVariable)) return true;
  const isKept = of(old, "Deny").every((deny) => isWithin(deny, of(now, "Deny")));
  return !isKept || !of(now, "Allow").every((allow) => isWithin(allow, of(old, "Allow")));
}

function of(extents: readonly Extent[], effect: Extent["effect"]): readonly Extent[] {
  return extents.filter((extent) => extent.effect === effect);
}

/** In a document that is not of version 2012-10-17, `${aws:username}` is plain text. */
function isCurrent(policy: PolicyJson | null): boolean {
  return policy?.["Version"] === "2012-10-17";
}

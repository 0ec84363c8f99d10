import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { unknown } = itemsOf("mfa", "second factor");

/** Always unknown. */
export function mfaIsEnforced(facts: SetupFacts): SetupItem {
  return unknown("no API tells whether everybody needs a second factor to sign in", guided(facts, "mfa"));
}

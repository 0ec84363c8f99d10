import { broadening } from "./broadening.js";
import { groupDeletion } from "./group-deletion.js";
import type { Guard, GuardFacts, GuardHit, GuardName } from "./guard.js";
import { lastAdministrator } from "./last-administrator.js";
import { ownAccess } from "./own-access.js";
import { removals } from "./removals.js";
import { rootAccess } from "./root-access.js";
import { sameAccess } from "./same-access.js";
import { setReplacement } from "./set-replacement.js";

const guards: Readonly<Record<GuardName, Guard>> = {
  removals,
  "set-replacement": setReplacement,
  "group-deletion": groupDeletion,
  "same-access": sameAccess,
  "own-access": ownAccess,
  "last-administrator": lastAdministrator,
  "root-access": rootAccess,
  broadening,
};

/** Every reason why the plan needs somebody's explicit word, in the order of `guardNames`. */
export function guardHits(facts: GuardFacts): readonly GuardHit[] {
  return Object.values(guards).flatMap((guard) => guard(facts));
}

/** The hits whose guard was not lifted. */
export function unallowed(hits: readonly GuardHit[], allowed: readonly GuardName[]): readonly GuardHit[] {
  return hits.filter(({ guard }) => !allowed.includes(guard));
}

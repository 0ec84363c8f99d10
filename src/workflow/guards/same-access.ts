import { noAccessIsRemade } from "../same-access.js";
import type { GuardFacts, GuardHit } from "./guard.js";

/** Access that is deleted and made again under another address: a group or user was renamed. */
export function sameAccess({ plan, model, moves, formerNames }: GuardFacts): readonly GuardHit[] {
  return noAccessIsRemade(plan, { model, moves, formerNames }).map(({ code, message, hint }) => ({
    guard: "same-access",
    code,
    message,
    hint,
  }));
}

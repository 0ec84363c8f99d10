import { resourceType } from "../../access/address.js";
import { counted } from "../../diagnostic/counted.js";
import { nearest } from "../../diagnostic/suggest.js";
import { asText, type JsonObject } from "../../terraform/json.js";
import type { GuardFacts, GuardHit } from "./guard.js";
import { movesAdvice, movesLine } from "./moves-line.js";

/** More groups than these are only counted. */
const most = 5;

/** A group that the catalog made is deleted or replaced: who is in it is lost, for Terraform does not know. */
export function groupDeletion({ plan, moves }: GuardFacts): readonly GuardHit[] {
  const groups = plan.changes.filter((c) => c.type === resourceType.group);
  const made = groups.filter((c) => c.action === "create").map((c) => nameOf(c.after) ?? c.address);
  const lost = groups.filter((c) => c.action === "delete" || c.action === "replace");
  const hits = lost.slice(0, most).map(({ action, before, address }) => {
    const name = nameOf(before) ?? address;
    return hit(`the plan ${action}s group "${name}", and its memberships are lost`, hintFor(name));
  });
  const others = lost.length - hits.length;
  return others === 0
    ? hits
    : [...hits, hit(`the plan also takes away ${counted(others, "other group")}`, null)];

  function hintFor(name: string): string {
    // Only one of several can be its new name, most likely one that looks like it.
    const renamed = nearest(name, made) ?? made[0];
    if (renamed === undefined) return "put its members into another group first";
    return `if it was renamed, ${movesAdvice(moves, movesLine({ group: name }, { group: renamed }))}`;
  }
}

function hit(message: string, hint: string | null): GuardHit {
  return { guard: "group-deletion", code: "IDC422", message, hint };
}

function nameOf(values: JsonObject | null): string | null {
  return asText(values?.["display_name"]);
}

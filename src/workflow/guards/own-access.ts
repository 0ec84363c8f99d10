import { resourceType } from "../../access/address.js";
import { grantsByAddress } from "../../access/declared-addresses.js";
import type { Plan, PlannedAction, PlannedChange } from "../../terraform/plan-json.js";
import type { CallerUser, GuardFacts, GuardHit } from "./guard.js";
import { type HeldAccess, heldAccess } from "./held-access.js";
import { setsBefore } from "./sets-before.js";

/**
 * The plan takes the access away that the credentials are a session of. What others than this stack gave is not
 * looked at: with it the user may keep the access all the same.
 */
export function ownAccess({ plan, model, callerUser }: GuardFacts): readonly GuardHit[] {
  if (callerUser === null) return [];
  const { userName, permissionSet, accountId } = callerUser;
  const ended = endOfSet(plan, permissionSet);
  if (ended !== null)
    return [
      hit(`the plan ${ended}s permission set "${permissionSet}", whose session of "${userName}" is in use`),
    ];
  const before = setsBefore(plan);
  const declared = grantsByAddress(model);
  const given = heldAccess(plan, "before").filter(
    (held) => isOwn(held, callerUser) && before.get(held.permissionSetArn ?? "")?.name === permissionSet,
  );
  const taken = given.some(({ change }) => change.action === "delete" || change.action === "replace");
  const kept = heldAccess(plan, "after").some(
    (held) => isOwn(held, callerUser) && declared.get(held.change.address)?.permissionSet === permissionSet,
  );
  if (!taken || kept) return [];
  return [hit(`the plan takes away what runs it: ${permissionSet} in ${accountId} of "${userName}"`)];
}

function isOwn({ accountId, principalId }: HeldAccess, caller: CallerUser): boolean {
  if (accountId !== caller.accountId || principalId === null) return false;
  return principalId === caller.userId || caller.groupIds.includes(principalId);
}

/** What the plan does to the set that ends its sessions; null when it stays. */
function endOfSet({ changes }: Plan, name: string): PlannedAction | null {
  const ends = changes.filter((c) => c.action === "delete" || c.action === "replace");
  const ofSet = (c: PlannedChange) => c.type === resourceType.permissionSet && c.before?.["name"] === name;
  return ends.find(ofSet)?.action ?? null;
}

function hit(message: string): GuardHit {
  const hint = "give yourself the access in another way first, or let somebody else apply it";
  return { guard: "own-access", code: "IDC423", message, hint };
}

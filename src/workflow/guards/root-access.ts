import { grantAddress } from "../../access/declared-addresses.js";
import type { PermissionSet } from "../../access/model.js";
import { allowsRootSessions } from "../../policy/privilege/root-sessions.js";
import type { Plan } from "../../terraform/plan-json.js";
import { firstOf } from "./first-of.js";
import type { GuardFacts, GuardHit } from "./guard.js";
import { setsBefore } from "./sets-before.js";

/** The set of that name is for root sessions in Cloud Posse's component, whatever is in it today. */
const rootSet = "RootAccess";

/**
 * A set that opens sessions as the root user is granted outside the management account, or one that is granted
 * there begins to open them.
 */
export function rootAccess({ plan, model, directory }: GuardFacts): readonly GuardHit[] {
  const sets = new Set(model.permissionSets.filter(opensRoot).map((set) => set.name));
  const before = new Set([...setsBefore(plan).values()].filter(opensRoot).map((set) => set.name));
  const added = addedAddresses(plan);
  const found = model.grants
    .filter((g) => sets.has(g.permissionSet) && g.accountId !== directory.managementAccountId)
    .filter((g) => !before.has(g.permissionSet) || added.has(grantAddress(g)))
    .map((g) => `${g.permissionSet} for "${g.principalName}" in ${g.accountName}`);
  if (found.length === 0) return [];
  return [
    {
      guard: "root-access",
      code: "IDC425",
      message: `the plan gives root access outside the management account: ${firstOf(found)}`,
      hint: `grant it in the management account ${directory.managementAccountId} only, from where sessions of the others are opened`,
    },
  ];
}

function addedAddresses({ changes }: Plan): ReadonlySet<string> {
  return new Set(changes.filter((c) => c.action === "create" || c.importId !== null).map((c) => c.address));
}

function opensRoot({ name, inlinePolicy }: Pick<PermissionSet, "name" | "inlinePolicy">): boolean {
  return name === rootSet || allowsRootSessions(inlinePolicy);
}

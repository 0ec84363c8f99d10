import type { PermissionSet } from "../../access/model.js";
import { principalNames } from "../../directory/principal-names.js";
import { administratorBecause } from "../../policy/privilege/administrator.js";
import { firstOf } from "./first-of.js";
import type { GuardFacts, GuardHit } from "./guard.js";
import { heldAccess } from "./held-access.js";
import { setsBefore } from "./sets-before.js";

/**
 * Somebody is an administrator somewhere before the plan, nobody anywhere after it. Only the grants of this stack
 * count; whether groups have members is not looked at, nor are permissions boundaries.
 */
export function lastAdministrator({ plan, model, directory }: GuardFacts): readonly GuardHit[] {
  const after = new Set(model.permissionSets.filter(isAdministrator).map((set) => set.name));
  if (model.grants.some((g) => after.has(g.permissionSet))) return [];
  const before = setsBefore(plan);
  const names = principalNames(directory);
  const administrators = heldAccess(plan, "before").flatMap(({ principalId, permissionSetArn }) => {
    const set = before.get(permissionSetArn ?? "");
    const isOne = set !== undefined && isAdministrator(set);
    return isOne ? [`"${names.get(principalId ?? "") ?? principalId ?? ""}" with ${set.name}`] : [];
  });
  if (administrators.length === 0) return [];
  return [
    {
      guard: "last-administrator",
      code: "IDC424",
      message: `after the plan nobody is an administrator anywhere; before it: ${firstOf([...new Set(administrators)])}`,
      hint: "grant a set with AdministratorAccess to somebody, best in the management account",
    },
  ];
}

function isAdministrator({
  managedPolicies,
  inlinePolicy,
}: Pick<PermissionSet, "managedPolicies" | "inlinePolicy">) {
  return administratorBecause({ managedPolicies, inlinePolicy }) !== null;
}

import type { AccessModel } from "../../../access/model.js";
import { visible } from "../../../diagnostic/visible.js";
import { administratorBecause } from "../../../policy/privilege/administrator.js";
import { readPolicy } from "../policy-change.js";
import type { SetContent } from "../set-content.js";
import type { SetChange } from "../sets.js";
import type { NewGrant } from "./new-grants.js";

/** Why a new grant is an administrator's, by set; sets that are none are missing. */
export function administratorSets(
  model: AccessModel,
  grants: readonly NewGrant[],
): ReadonlyMap<string, string> {
  const granted = new Set(grants.map((g) => g.holding.permissionSet));
  return new Map(
    model.permissionSets.flatMap((set) => {
      const reason = granted.has(set.name) ? administratorBecause(set) : null;
      return reason === null ? [] : [[set.name, visible(reason)] as const];
    }),
  );
}

/** Why a set is an administrator's after the plan; null when it is not, or was one before. */
export function newAdministratorBecause({ before, after }: SetChange): string | null {
  const reason = becauseOf(after);
  return reason === null || becauseOf(before) !== null ? null : visible(reason);
}

function becauseOf({ managedPolicies, inlinePolicy }: SetContent): string | null {
  return administratorBecause({ managedPolicies, inlinePolicy: readPolicy(inlinePolicy) ?? null });
}

import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { allowsOnEvery, coveredBy, denies, includes } from "./allowed.js";
import { isFullAccess } from "./breadth.js";
import { escalations, startWithRole } from "./escalations.js";
import { suspicious } from "./finding.js";
import { listed } from "./listed.js";
import type { Policy, Statement, Text } from "./policy.js";

/**
 * No statement lets people give themselves more access. A Condition is taken to prevent it; a statement
 * that allows everything is reported as such.
 */
export function accessDoesNotGrow(policy: Policy): readonly Diagnostic[] {
  return policy.statements.flatMap((statement) => [
    ...escalations.flatMap(({ actions, why, hint }) => {
      const found = Object.entries(actions).flatMap(([action, kind]) =>
        reached(statement, policy, action, kind),
      );
      return found.slice(0, 1).map(({ by }) => {
        const message = `${named(found)} on every resource: ${why}`;
        return suspicious("IDC342", message, by.span, hint);
      });
    }),
    ...passedRoles(statement, policy),
  ]);
}

function passedRoles(statement: Statement, policy: Policy): readonly Diagnostic[] {
  const [pass] = reached(statement, policy, "iam:PassRole", "iam:role/");
  if (pass === undefined) return [];
  const allows = policy.statements.filter((s) => s.effect === "Allow" && !s.isConditional);
  const starts = startWithRole.filter((a) => allows.some((s) => includes(s, a)) && !denies(policy, a));
  if (starts.length === 0) return [];
  const message = `${named([pass])} on every role, together with ${listed(starts)}: people can run anything with any role of the account`;
  const hint = "list the ARNs of the roles meant under Resource, or add a Condition on iam:PassedToService";
  return [suspicious("IDC342", message, pass.by.span, hint)];
}

interface Reached {
  readonly action: string;
  readonly by: Text;
}

function reached(statement: Statement, policy: Policy, action: string, kind: string): readonly Reached[] {
  const by = coveredBy(statement, action);
  if (by === undefined || isFullAccess(statement, by.text) || !allowsOnEvery(statement, kind)) return [];
  return denies(policy, action) ? [] : [{ action, by }];
}

/** `iam:PutRolePolicy`, or with the wildcard that stands for it. */
function named(found: readonly Reached[]): string {
  const wildcards = [...new Set(found.filter((r) => !isSame(r)).map((r) => `"${r.by.text}"`))];
  const names = listed(found.map((r) => r.action));
  return wildcards.length === 0 ? names : `${names} (by ${listed(wildcards)})`;
}

function isSame({ action, by }: Reached): boolean {
  return action.toLowerCase() === by.text.toLowerCase();
}

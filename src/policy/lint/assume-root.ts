import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { isEveryAction } from "./actions.js";
import { coveredBy, denies } from "./allowed.js";
import { suspicious } from "./finding.js";
import type { Policy } from "./policy.js";
import { canBeRootUser } from "./resources.js";

/** Root sessions are for named tasks: without the condition, every task policy of AWS can be asked for. */
export function rootSessionsHaveTasks(policy: Policy): readonly Diagnostic[] {
  return policy.statements.flatMap((statement) => {
    const by = coveredBy(statement, "sts:AssumeRoot");
    if (by === undefined || isEveryAction(by.text) || statement.effect !== "Allow") return [];
    const { resources, notResources } = statement;
    if (notResources.length === 0 && !resources.some(({ text }) => canBeRootUser(text))) return [];
    const isLimited = statement.conditions.some((c) => c.key.text.toLowerCase() === "sts:taskpolicyarn");
    if (isLimited || denies(policy, "sts:AssumeRoot")) return [];
    const message = `${by.text === "sts:AssumeRoot" ? "" : `"${by.text}" allows `}sts:AssumeRoot without a condition on sts:TaskPolicyArn: every root task can be chosen`;
    const hint = "add a Condition StringEquals on sts:TaskPolicyArn with the tasks meant";
    return [suspicious("IDC343", message, by.span, hint)];
  });
}

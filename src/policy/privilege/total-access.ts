import { isEveryAction } from "../lint/actions.js";
import { denies, includes } from "../lint/allowed.js";
import { notEverythingIsAllowed } from "../lint/breadth.js";
import { accessDoesNotGrow } from "../lint/escalation.js";
import { escalatingActions, escalations } from "../lint/escalations.js";
import type { Policy, Statement } from "../lint/policy.js";
import { lintableText } from "./lintable.js";

/** What these give ends where the trust, or the permissions, of what they reach ends. */
const limited = ["iam:CreateAccessKey", "sts:AssumeRole", "lambda:UpdateFunctionCode"];
const isLimited = (actions: object): boolean => limited.some((action) => action in actions);
const limits = escalations.filter((e) => isLimited(e.actions)).map((e) => e.why);

/** Actions of IAM by which people give themselves every permission of an account. */
const unlimited = escalatingActions.filter(
  (action) =>
    action.startsWith("iam:") && !escalations.some((e) => isLimited(e.actions) && action in e.actions),
);

/**
 * Why a policy gives everything, or lets people give themselves everything, in the words of the lint; null
 * when it does not. A statement that allows all but a list is judged by what it leaves of IAM.
 */
export function totalAccessBecause(policy: Policy): string | null {
  const spelled = { ...policy, statements: policy.statements.map((s) => spelledOut(s, policy)) };
  const [everything] = notEverythingIsAllowed(spelled);
  const growing = accessDoesNotGrow(spelled).find((d) => !limits.some((why) => d.message.endsWith(why)));
  return (everything ?? growing)?.message ?? null;
}

function spelledOut(statement: Statement, policy: Policy): Statement {
  const isAll = statement.actions.some(({ text }) => isEveryAction(text));
  if (isAll && unlimited.every((action) => denies(policy, action))) return { ...statement, actions: [] };
  if (statement.notActions.length === 0) return statement;
  const actions = unlimited.filter((action) => includes(statement, action));
  return { ...statement, isConditional: false, actions: actions.map(lintableText) };
}

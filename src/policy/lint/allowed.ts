import { isEveryAction } from "./actions.js";
import type { Policy, Statement, Text } from "./policy.js";
import { isEverything } from "./resources.js";
import { covers } from "./wildcard.js";

/**
 * True when a statement allows what it lists on everything of a kind (`iam:role/`), whatever the request
 * is: a condition is taken as a restriction.
 */
export function allowsOnEvery(statement: Statement, kind: string): boolean {
  const { effect, isConditional, resources, notResources } = statement;
  if (effect !== "Allow" || isConditional) return false;
  const excepted = notResources.some(({ text }) => isEverything(text, kind));
  return resources.some(({ text }) => isEverything(text, kind)) || (notResources.length > 0 && !excepted);
}

/** True when a statement is about every resource there is, but for exceptions. */
export function isOnAll({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 || resources.some(({ text }) => text === "*");
}

/** The text in `Action` by which a statement covers an action; undefined when it does not. */
export function coveredBy({ actions }: Statement, action: string): Text | undefined {
  return actions.find(({ text }) => isEveryAction(text) || covers(text, action));
}

/** True when an action is in a statement, by its `Action` or its `NotAction`. */
export function includes(statement: Statement, action: string): boolean {
  if (statement.notActions.length === 0) return coveredBy(statement, action) !== undefined;
  return !statement.notActions.some(({ text }) => isEveryAction(text) || covers(text, action));
}

/** True when a policy denies an action on every resource, whatever else it allows. */
export function denies(policy: Policy, action: string): boolean {
  return policy.statements.some(
    (s) =>
      s.effect === "Deny" &&
      !s.isConditional &&
      s.resources.some(({ text }) => text === "*") &&
      includes(s, action),
  );
}

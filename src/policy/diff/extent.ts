import { type PolicyJson, statementsOf, textsOf } from "../policy-json.js";
import type { Choice } from "./choice.js";
import { conditionsOf } from "./conditions.js";
import { actionSelector, resourceSelector, type Selector } from "./selector.js";
import type { StatementJson } from "./statement-change.js";

/** What a statement is about, in a form that can be compared. */
export interface Extent {
  readonly effect: "Allow" | "Deny";
  readonly actions: Choice;
  readonly resources: Choice;
  readonly conditions: readonly string[];
}

const known = new Set(["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"]);

/** The extents of a document's statements; null when one of them is not as AWS takes it. */
export function extentsOf(policy: PolicyJson | null): readonly Extent[] | null {
  if (policy === null) return [];
  const written = policy["Statement"];
  const statements = statementsOf(policy);
  if (statements.length !== (Array.isArray(written) ? written.length : 1)) return null;
  const extents = statements.map(extentOf);
  return extents.every((extent) => extent !== null) ? extents : null;
}

function extentOf(statement: StatementJson): Extent | null {
  const effect = statement["Effect"];
  const actions = choiceOf(statement, "Action", "NotAction", actionSelector);
  const resources = choiceOf(statement, "Resource", "NotResource", resourceSelector);
  const conditions = conditionsOf(statement["Condition"]);
  if (effect !== "Allow" && effect !== "Deny") return null;
  if (actions === null || resources === null || conditions === null) return null;
  const isKnown = Object.keys(statement).every((key) => known.has(key));
  return isKnown ? { effect, actions, resources, conditions } : null;
}

/** True when what a statement is about depends on who asks: `${aws:username}`. */
export function hasVariable({ resources, conditions }: Extent): boolean {
  const texts = [...resources.selectors.map((selector) => selector.whole.join("")), ...conditions];
  return texts.some((text) => text.includes("${"));
}

function choiceOf(
  statement: StatementJson,
  key: string,
  notKey: string,
  selectorOf: (text: string) => Selector,
): Choice | null {
  const isNot = statement[key] === undefined;
  if (!isNot && statement[notKey] !== undefined) return null;
  const texts = textsOf(statement[isNot ? notKey : key]);
  if (texts === null || texts.length === 0) return null;
  return { isNot, selectors: texts.map(selectorOf) };
}

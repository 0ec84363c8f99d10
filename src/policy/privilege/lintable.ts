import type { Span } from "../../diagnostic/diagnostic.js";
import type { StatementJson } from "../diff/statement-change.js";
import type { Policy, Statement, Text } from "../lint/policy.js";
import { isObject, type PolicyJson, statementsOf, textsOf } from "../policy-json.js";

/** Policies of a plan or of AWS have no place in a file. */
const span: Span = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };

/**
 * A document as the lint reads it, for what the lint knows about access: of conditions it only says whether
 * there are any.
 */
export function lintable(policy: PolicyJson | null): Policy {
  return {
    span,
    version: readTexts(policy?.["Version"])[0] ?? null,
    statements: statementsOf(policy).map(readStatement),
  };
}

/** A text as the lint reads it. */
export function lintableText(text: string): Text {
  return { text, span };
}

function readStatement(statement: StatementJson): Statement {
  const effect = statement["Effect"];
  const condition = statement["Condition"];
  return {
    effect: effect === "Allow" || effect === "Deny" ? effect : null,
    actions: readTexts(statement["Action"]),
    notActions: readTexts(statement["NotAction"]),
    resources: readTexts(statement["Resource"]),
    notResources: readTexts(statement["NotResource"]),
    isConditional: condition !== undefined && !(isObject(condition) && Object.keys(condition).length === 0),
    conditions: [],
    readable: true,
  };
}

function readTexts(value: unknown): readonly Text[] {
  return (textsOf(value) ?? []).map(lintableText);
}

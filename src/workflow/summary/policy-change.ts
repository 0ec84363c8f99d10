import { diffStatements } from "../../policy/diff/diff-statements.js";
import type { StatementChange } from "../../policy/diff/statement-change.js";
import { isWider } from "../../policy/diff/wider.js";
import { type JsonObject, parseObject } from "../../terraform/json.js";

/** The parsed inline policy; undefined when the text is none. */
export function readPolicy(text: string | null): JsonObject | null | undefined {
  return text === null ? null : (parseObject(text) ?? undefined);
}

/** What became of the statements of an inline policy; nothing when one of the texts is no policy. */
export function statementChanges(before: string | null, after: string | null): readonly StatementChange[] {
  if (before === after) return [];
  const [from, to] = [readPolicy(before), readPolicy(after)];
  return from === undefined || to === undefined ? [] : diffStatements(from, to);
}

/** True when an inline policy may allow what it did not, so also when one of the texts is no policy. */
export function isWiderText(before: string | null, after: string | null): boolean {
  if (before === after) return false;
  const [from, to] = [readPolicy(before), readPolicy(after)];
  return from === undefined || to === undefined || isWider(from, to);
}

import type { StatementJson } from "./diff/statement-change.js";

/** An IAM policy document as plain JSON, of any quality. */
export type PolicyJson = { readonly [key: string]: unknown };

/** The statements of a document, one alone or a list; what is no object is left out. */
export function statementsOf(policy: PolicyJson | null): readonly StatementJson[] {
  const written = policy?.["Statement"];
  return (Array.isArray(written) ? written : [written]).filter(isObject);
}

/** The texts of a value that is one text or a list of them; null when any part of it is something else. */
export function textsOf(value: unknown): readonly string[] | null {
  const texts = (Array.isArray(value) ? value : [value]).map(textOf);
  return texts.every((text) => text !== null) ? texts : null;
}

/** True for a map, not for a list. */
export function isObject(value: unknown): value is StatementJson {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** AWS takes `true` and `12` for the texts they are written as. */
function textOf(value: unknown): string | null {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return typeof value === "string" ? value : null;
}

import { textsOf } from "../policy-json.js";
import { conditionsOf } from "./conditions.js";
import { distinct } from "./distinct.js";
import type { StatementJson } from "./statement-change.js";

/** AWS refuses documents that are nested deeper than a few levels. */
const deepest = 16;

/** The `Sid` of a statement; null when it has none or an empty one. */
export function sidOf(statement: StatementJson): string | null {
  const sid = statement["Sid"];
  return typeof sid === "string" && sid !== "" ? sid : null;
}

/**
 * A text that two statements share when they mean the same and have one `Sid`: neither the order nor the
 * number of times things are written counts, nor a list of one, nor the letter case of actions.
 */
export function meaningOf(statement: StatementJson): string {
  const { Sid: _, ...fields } = statement;
  const written = Object.entries(fields).filter(([key, value]) => !(key === "Condition" && isEmpty(value)));
  const meanings = written.map(([key, value]) => JSON.stringify([key, fieldMeaning(key, value)]));
  return JSON.stringify([sidOf(statement), ...meanings.sort()]);
}

function fieldMeaning(key: string, value: unknown): unknown {
  if (key === "Condition") return conditionsOf(value) ?? plain(value, 0);
  const texts = textsOf(value);
  if (texts === null) return plain(value, 0);
  return distinct(key === "Action" || key === "NotAction" ? texts.map((t) => t.toLowerCase()) : texts);
}

function isEmpty(condition: unknown): boolean {
  return conditionsOf(condition)?.length === 0;
}

/** A value with the keys of its maps sorted; what is nested too deep is left out. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === deepest) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => JSON.stringify([key, plain(item, depth + 1)]));
  return entries.sort();
}

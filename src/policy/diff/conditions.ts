import { isObject, textsOf } from "../policy-json.js";
import { distinct } from "./distinct.js";

/**
 * The conditions of a `Condition`, one text for each key of each operator, equal when they mean the same;
 * null when part of it has no meaning that is known here, such as an operator without a key.
 */
export function conditionsOf(condition: unknown): readonly string[] | null {
  if (condition === undefined) return [];
  if (!isObject(condition)) return null;
  const conditions = Object.entries(condition).flatMap(([operator, keys]): (string | null)[] => {
    const entries = isObject(keys) ? Object.entries(keys) : [];
    return entries.length === 0 ? [null] : entries.map(([key, value]) => one(operator, key, value));
  });
  return conditions.every((c) => c !== null) ? distinct(conditions) : null;
}

function one(operator: string, key: string, value: unknown): string | null {
  const texts = textsOf(value);
  return texts === null || texts.length === 0 ? null : JSON.stringify([operator, key, ...distinct(texts)]);
}

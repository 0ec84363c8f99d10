import type { Node } from "yaml";
import { didYouMean } from "../../diagnostic/suggest.js";
import type { Reader } from "./reader.js";

/** The fields of a mapping by key. */
export type Fields = ReadonlyMap<string, Node | null>;

/** Names of groups and display names, as the identity store takes them. */
export const groupName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0]{1,1024}$/u;

/** The fields of a mapping, or null when it is none or lacks a required key. Unknown keys are reported. */
export function fieldsOf(
  reader: Reader,
  node: Node | null,
  what: string,
  known: readonly string[],
  required: readonly string[],
): Fields | null {
  const entries = reader.map(node, what);
  if (entries === null) return null;
  for (const { key, keyNode } of entries) {
    if (known.includes(key)) continue;
    reader.report(
      keyNode,
      `${what} has no key "${key}"${didYouMean(key, known)}`,
      `known: ${known.join(", ")}`,
    );
  }
  const fields = new Map(entries.map(({ key, value }) => [key, value]));
  for (const key of required) if (!fields.has(key)) reader.report(node, `${what} needs "${key}"`, null);
  // Missing keys were reported; without them the rest would report the same again.
  return required.every((key) => fields.has(key)) ? fields : null;
}

/** The items of an optional list. */
export function listOf(reader: Reader, fields: Fields, key: string): readonly (Node | null)[] {
  return fields.has(key) ? reader.list(fields.get(key) ?? null, key) : [];
}

/** The text of an optional field, or null when it is not there. */
export function optional(
  reader: Reader,
  fields: Fields,
  key: string,
  pattern: RegExp,
  wanted: string,
): string | null {
  return fields.has(key) ? matching(reader, fields.get(key) ?? null, key, pattern, wanted) : null;
}

/** The text of a node; reported when it is none or does not match. */
export function matching(
  reader: Reader,
  node: Node | null,
  what: string,
  pattern: RegExp,
  wanted: string,
): string {
  const value = reader.text(node, what);
  if (value === null) return "";
  if (!pattern.test(value)) reader.report(node, `${what} "${value}" is not valid`, `write ${wanted}`);
  return value;
}

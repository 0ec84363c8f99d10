import type { JsonSchema } from "../schema/json-schema.js";

const plain: Readonly<Record<string, string>> = {
  boolean: "true or false",
  null: "null",
  number: "number",
  object: "map",
  string: "text",
};

/** What kind of value a schema takes, for the column of a table. */
export function typeWords(schema: JsonSchema): string {
  const { anyOf, type, editor, pattern } = schema;
  const values = schema.enum ?? (editor?.closed ? editor.suggest : undefined);
  if (values !== undefined) return either(values.map((v) => `\`${v}\``));
  const chosen = [schema.then, schema.else].find((branch) => branch?.type !== undefined);
  if (chosen !== undefined) return typeWords(chosen);
  if (anyOf !== undefined) return either(anyOf.map(typeWords));
  if (type === undefined) return "anything";
  if (pattern === "^[0-9]{12}$") return "12 digits, in quotes";
  return either([type].flat().map((name) => word(name, schema)));
}

/** The default of a key; what must be written has none. */
export function defaultWords(schema: JsonSchema, isRequired: boolean): string {
  if (isRequired) return "required";
  return schema.default === undefined || schema.default === null
    ? "-"
    : `\`${JSON.stringify(schema.default)}\``;
}

function word(
  name: string,
  { minimum, maximum, items, additionalProperties, propertyNames }: JsonSchema,
): string {
  if (name === "integer") return `whole number, ${minimum} to ${maximum}`;
  if (name === "array") return items === undefined ? "list" : `list of ${inList(items)}`;
  const key = propertyNames?.title;
  if (name !== "object" || key === undefined || typeof additionalProperties !== "object")
    return plain[name] ?? name;
  return `map: ${key} -> ${typeWords(additionalProperties).replace(/, or null$/, "")}`;
}

function inList(items: JsonSchema): string {
  const words = items.editor?.closed ? "text" : typeWords(items);
  return words.includes(" or ") ? `(${words})` : words;
}

function either(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const last = unique.at(-1) ?? "";
  if (unique.length < 2) return last;
  return `${unique.slice(0, -1).join(", ")}${last === "null" ? "," : ""} or ${last}`;
}

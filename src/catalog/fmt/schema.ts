import type { JsonSchema } from "../schema/json-schema.js";
import type { Node } from "../yaml/node.js";

const types = { scalar: "string", list: "array", map: "object" } as const satisfies Record<
  Node["kind"],
  string
>;

/** The branch of a schema that is about values of this kind; the schema itself when it has no branches. */
export function branchOf(schema: JsonSchema, kind: Node["kind"]): JsonSchema {
  return schema.anyOf?.find((branch) => allows(branch, types[kind])) ?? schema;
}

/** The schema of what is under a key; undefined when it is not known. */
export function entrySchema(schema: JsonSchema, key: string): JsonSchema | undefined {
  const known = schema.properties;
  if (known !== undefined && Object.hasOwn(known, key)) return known[key];
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}

/** True for a value that is text and cannot be a number or true or false. */
export function takesText(schema: JsonSchema): boolean {
  return allows(schema, "string") && !["boolean", "number", "integer"].some((type) => allows(schema, type));
}

function allows({ type, anyOf }: JsonSchema, name: string): boolean {
  if (anyOf !== undefined) return anyOf.some((branch) => allows(branch, name));
  return typeof type === "string" ? type === name : (type ?? []).includes(name);
}

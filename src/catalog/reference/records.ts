import type { JsonSchema } from "../schema/json-schema.js";

/** A map with known keys, and where it stands: `account_types.<type>`. */
export interface KeyRecord {
  readonly path: string;
  readonly keys: readonly Key[];
}

/** A key of a record. */
export interface Key {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** The keys of a map of schemas. */
export function keysOf({ properties, required }: JsonSchema): readonly Key[] {
  return Object.entries(properties ?? {})
    .filter(([, schema]) => schema.not === undefined)
    .map(([name, schema]) => ({ name, schema, isRequired: (required ?? []).includes(name) }));
}

/**
 * The records at and below a schema, outermost first. A part with a definition that is in `seen`
 * is left out: it has been shown, and is the same here.
 */
export function recordsIn(path: string, schema: JsonSchema, seen: Set<string>): readonly KeyRecord[] {
  const { editor, properties, additionalProperties, items, anyOf, propertyNames, else: otherwise } = schema;
  if (editor?.define !== undefined) {
    if (seen.has(editor.define)) return [];
    seen.add(editor.define);
  }
  // What may stand instead of the map is not required in it.
  const instead = editor?.or === undefined ? [] : keysOf({ ...editor.or, required: [] });
  const keys = [...instead, ...keysOf(schema)];
  const free = typeof additionalProperties === "object" ? additionalProperties : undefined;
  return [
    ...(properties === undefined ? [] : [{ path, keys }]),
    ...keys.flatMap(({ name, schema: part }) => recordsIn(`${path}.${name}`, part, seen)),
    ...(free === undefined ? [] : recordsIn(`${path}.<${propertyNames?.title ?? "name"}>`, free, seen)),
    ...(items === undefined ? [] : recordsIn(`${path}[]`, items, seen)),
    ...(anyOf ?? []).flatMap((branch) => recordsIn(path, branch, seen)),
    ...(otherwise === undefined ? [] : recordsIn(path, otherwise, seen)),
  ];
}

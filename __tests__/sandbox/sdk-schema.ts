import type { Shape, StructureShape } from "../../src/sandbox/shape/shape.js";

// The SDK ships its API model as arrays: [kind, namespace, name, traits, …]. Kinds: 0 simple, 1 list,
// 2 map, 3 structure, 4 union, 9 operation. Simple types are numbers: 0 text, 1 number, 2 boolean,
// 15 document; 64 | type is a list of it, 128 | type a map.

/** The input schema of an operation, or null when the SDK has no such operation. */
export function inputSchema(model: object, operation: string): unknown {
  const schema = (model as Record<string, unknown>)[`${operation}$`];
  if (!Array.isArray(schema) || schema[0] !== 9) return null;
  return resolve(schema[4]);
}

/** Where a shape and a schema of the SDK differ in members, required members or types. */
export function disagreements(shape: Shape, schema: unknown, path: string): readonly string[] {
  const found = resolve(schema);
  const kind = kindOf(found);
  if (shape.kind === "document") return kind === "document" ? [] : [`${path} is a ${kind} there`];
  const ours = shape.kind === "structure" && shape.union ? "union" : shape.kind;
  if (kind === "unit" && ours === "structure") return [];
  if (kind !== ours) return [`${path} is a ${kind} there and a ${ours} here`];
  if (shape.kind === "list") return disagreements(shape.member, memberOf(found), `${path}[]`);
  return shape.kind === "structure" ? structureDisagreements(shape, found as readonly unknown[], path) : [];
}

function structureDisagreements(shape: StructureShape, schema: readonly unknown[], path: string) {
  const names = schema[4] as readonly string[];
  const schemas = schema[5] as readonly unknown[];
  const required = shape.union ? [] : names.slice(0, (schema[6] as number | undefined) ?? 0);
  const result: string[] = [];
  for (const name of Object.keys(shape.members)) {
    if (!names.includes(name)) result.push(`${path}.${name} is not there`);
  }
  names.forEach((name, index) => {
    const member = shape.members[name];
    if (member === undefined) result.push(`${path}.${name} is missing here`);
    else result.push(...disagreements(member, schemas[index], `${path}.${name}`));
    if (required.includes(name) !== shape.required.includes(name)) {
      result.push(`${path}.${name} is ${required.includes(name) ? "required" : "optional"} there`);
    }
  });
  return result;
}

function kindOf(schema: unknown): string {
  if (typeof schema === "number") {
    if (schema === 15 || (schema & 128) === 128) return "document";
    if ((schema & 64) === 64) return "list";
    return ["text", "integer", "boolean"][schema] ?? `number ${schema}`;
  }
  if (schema === "unit") return "unit";
  if (!Array.isArray(schema)) return typeof schema;
  return ["simple", "list", "document", "structure", "union"][schema[0] as number] ?? `kind ${schema[0]}`;
}

function memberOf(schema: unknown): unknown {
  return typeof schema === "number" ? schema & ~64 : (schema as readonly unknown[])[4];
}

/** Follows references, and takes the traits off a member and the name off a simple type. */
function resolve(schema: unknown): unknown {
  if (typeof schema === "function") return resolve(schema());
  if (!Array.isArray(schema)) return schema;
  if (schema.length === 2) return resolve(schema[0]);
  if (schema[0] === 0) return resolve(schema[4]);
  return schema[2] === "Unit" ? "unit" : schema;
}

import { type Found, join, unmet, wrongType } from "./found.js";
import { isObject } from "./json-object.js";
import { compiled } from "./pattern.js";
import type { ListShape, Shape, StructureShape, TextShape } from "./shape.js";

/** What is wrong with a request: a value of the wrong JSON type, or constraints that are not met. */
export type ShapeProblem =
  | { readonly kind: "type"; readonly message: string }
  | { readonly kind: "constraints"; readonly message: string };

/** Checks a request against its shape; null when it fits. Members the shape does not know are ignored, as AWS does. */
export function checkShape(shape: StructureShape, input: unknown): ShapeProblem | null {
  const found: Found = { types: [], constraints: [] };
  check(shape, input, "", found);
  const type = found.types[0];
  if (type !== undefined) return { kind: "type", message: type };
  const count = found.constraints.length;
  if (count === 0) return null;
  const errors = count === 1 ? "validation error" : "validation errors";
  return { kind: "constraints", message: `${count} ${errors} detected: ${found.constraints.join("; ")}` };
}

function check(shape: Shape, value: unknown, path: string, found: Found): void {
  switch (shape.kind) {
    case "text":
      if (typeof value !== "string") wrongType(value, path, "String", found);
      else checkText(shape, value, path, found);
      return;
    case "integer":
      if (typeof value !== "number" || !Number.isInteger(value)) wrongType(value, path, "Integer", found);
      else if (value < shape.min)
        unmet(value, path, `have value greater than or equal to ${shape.min}`, found);
      else if (value > shape.max) unmet(value, path, `have value less than or equal to ${shape.max}`, found);
      return;
    case "boolean":
      if (typeof value !== "boolean") wrongType(value, path, "Boolean", found);
      return;
    case "list":
      if (!Array.isArray(value)) wrongType(value, path, "List", found);
      else checkList(shape, value, path, found);
      return;
    case "structure":
      if (!isObject(value)) wrongType(value, path, "Structure", found);
      else checkStructure(shape, value, path, found);
      return;
    case "document":
      return;
  }
}

function checkText(shape: TextShape, value: string, path: string, found: Found): void {
  const length = [...value].length;
  if (length < shape.min) {
    unmet(value, path, `have length greater than or equal to ${shape.min}`, found);
  }
  if (length > shape.max) unmet(value, path, `have length less than or equal to ${shape.max}`, found);
  if (shape.pattern !== null && !compiled(shape.pattern).test(value)) {
    unmet(value, path, `satisfy regular expression pattern: ${shape.pattern}`, found);
  }
  if (shape.values !== null && !shape.values.includes(value)) {
    unmet(value, path, `satisfy enum value set: [${shape.values.join(", ")}]`, found);
  }
}

function checkList(shape: ListShape, value: readonly unknown[], path: string, found: Found): void {
  if (value.length < shape.min) {
    unmet(value, path, `have length greater than or equal to ${shape.min}`, found);
  }
  if (value.length > shape.max) unmet(value, path, `have length less than or equal to ${shape.max}`, found);
  value.forEach((member, index) => {
    const at = `${path}.${index + 1}.member`;
    if (member === null) unmet(null, at, "not be null", found);
    else check(shape.member, member, at, found);
  });
}

function checkStructure(
  shape: StructureShape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  found: Found,
): void {
  const given = Object.keys(shape.members).filter((name) => (value[name] ?? null) !== null);
  for (const name of shape.required) {
    if (!given.includes(name)) unmet(null, join(path, name), "not be null", found);
  }
  if (shape.union && given.length !== 1) {
    unmet(value, path, `have exactly one of: ${Object.keys(shape.members).join(", ")}`, found);
  }
  for (const name of given) {
    const member = shape.members[name];
    if (member !== undefined) check(member, value[name], join(path, name), found);
  }
}

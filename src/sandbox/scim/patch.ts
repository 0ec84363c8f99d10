import { isObject } from "../shape/json-object.js";
import { invalid } from "./errors.js";

/** One change of a PATCH request. */
export interface Change {
  readonly op: "add" | "replace" | "remove";
  readonly path: string;
  /** Undefined when there is none. */
  readonly value: unknown;
}

const schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** The changes of a PATCH body. A path may be left out by `add` and `replace` of a single attribute. */
export function readChanges(body: unknown): readonly Change[] {
  const { schemas, Operations: operations } = isObject(body) ? body : {};
  if (!Array.isArray(schemas) || !schemas.includes(schema)) throw invalid(`schemas has to name ${schema}.`);
  if (!Array.isArray(operations) || operations.length === 0) throw invalid("Operations is empty or missing.");
  return operations.map(readChange);
}

function readChange(operation: unknown): Change {
  const { op: written, path, value } = isObject(operation) ? operation : {};
  const op = typeof written === "string" ? written.toLowerCase() : "";
  if (op !== "add" && op !== "replace" && op !== "remove")
    throw invalid("op has to be add, replace or remove.");
  if (op !== "remove" && (value === undefined || value === null))
    throw invalid(`A value is required to ${op}.`);
  if (typeof path === "string" && path !== "") return { op, path, value };
  if (op === "remove") throw invalid("A path is required to remove.");
  // The id that some send along says nothing new.
  const attributes = Object.entries(isObject(value) ? value : {}).filter(([name]) => name !== "id");
  const [only] = attributes;
  if (only === undefined || attributes.length > 1) {
    throw invalid("The path may be left out only to add or replace a single attribute.");
  }
  return { op, path: only[0], value: only[1] };
}

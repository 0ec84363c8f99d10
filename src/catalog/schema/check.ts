import { Ajv, type ErrorObject } from "ajv";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { type MapNode, toData } from "../yaml/node.js";
import { branchErrors } from "./branches.js";
import { explain } from "./explain.js";
import { varsSchema } from "./vars.js";

/**
 * Checks the shape of the merged vars; every mistake is reported once, at its place. `component` is
 * the place of the component's key, for keys that are missing altogether.
 */
export function checkVars(vars: MapNode, component: Span): readonly Diagnostic[] {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true });
  const validate = ajv.compile(varsSchema);
  if (validate(toData(vars))) return [];
  const found = new Map<string, Diagnostic>();
  for (const error of branchErrors(validate.errors ?? [])) {
    const diagnostic = explain(error, vars, component);
    if (diagnostic === null) continue;
    // An anchor used in several places is one mistake, though each place has another path.
    const key = JSON.stringify([diagnostic.code, diagnostic.span, error.keyword, error.params]);
    if (!found.has(key)) found.set(key, diagnostic);
  }
  return [...found.values()];
}

/** What a person has to read to know an error; `ErrorObject` has much more. */
export type SchemaError = Pick<
  ErrorObject,
  "keyword" | "instancePath" | "schemaPath" | "params" | "propertyName" | "message" | "parentSchema"
>;

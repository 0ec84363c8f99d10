import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import type { WrittenCatalog } from "../read/written.js";
import { toData } from "../yaml/node.js";
import { branchErrors } from "./branches.js";
import { explain } from "./explain.js";
import type { JsonSchema } from "./json-schema.js";
import { varsSchema } from "./vars.js";

const options: Options = {
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  verbose: true,
  // A catalog is checked once; optimizing the code takes longer than running it.
  code: { optimize: false },
  // An annotation: only the schema for editors is made of it.
  keywords: ["editor"],
  // The schema is ours, and a test validates it.
  meta: false,
  validateSchema: false,
};
const validators = new Map<JsonSchema, ValidateFunction>();

/** Checks the shape of the merged vars; every mistake is reported once, at its place. */
export function checkVars(
  { vars, span, ownKeys }: Pick<WrittenCatalog, "vars" | "span" | "ownKeys">,
  schema: JsonSchema = varsSchema,
): readonly Diagnostic[] {
  const validate = validators.get(schema) ?? new Ajv(options).compile(schema);
  validators.set(schema, validate);
  if (validate(toData(vars))) return [];
  const found = new Map<string, Diagnostic>();
  for (const error of withoutFollowers(branchErrors(validate.errors ?? []), ownKeys)) {
    const diagnostic = explain(error, vars, span);
    if (diagnostic === null) continue;
    // An anchor used in several places is one mistake, though each place has another path.
    const key = JSON.stringify([diagnostic.code, diagnostic.span, error.keyword, error.params]);
    if (!found.has(key)) found.set(key, diagnostic);
  }
  return [...found.values()];
}

/** A required key that is only misspelt is not missing as well; nor is it in a map of wrong keys alone. */
function withoutFollowers(
  errors: readonly SchemaError[],
  ownKeys: ReadonlySet<string>,
): readonly SchemaError[] {
  return errors.filter((error) => {
    if (error.keyword !== "required") return true;
    const missing = String(error.params["missingProperty"]);
    // A rule has its say about keys of vars itself.
    if (error.instancePath === "") return [...ownKeys].every((key) => nearest(key, [missing], 3) === null);
    const unknown = errors
      .filter((e) => e.keyword === "additionalProperties" && e.instancePath === error.instancePath)
      .map((e) => String(e.params["additionalProperty"]));
    const written = Object.keys((error.data ?? {}) as object);
    const onlyUnknown = unknown.length > 0 && written.every((key) => unknown.includes(key));
    return !onlyUnknown && unknown.every((key) => nearest(key, [missing]) === null);
  });
}

/** What a person has to read to know an error; `ErrorObject` has much more. */
export type SchemaError = Pick<
  ErrorObject,
  "keyword" | "instancePath" | "schemaPath" | "params" | "data" | "propertyName" | "message" | "parentSchema"
>;

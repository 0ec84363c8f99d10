import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import type { MapNode, Node } from "../yaml/node.js";
import type { SchemaError } from "./check.js";
import type { JsonSchema } from "./json-schema.js";
import { locate } from "./locate.js";
import { accountIdHint, fieldName, show, wrongKind } from "./wrong-kind.js";

/** A schema error in words; null when it follows from a value that is not known and was reported. */
export function explain(error: SchemaError, vars: MapNode, component: Span): Diagnostic | null {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const { node, span, keySpan, tagged } = locate(vars, path, component);
  if (tagged) return null;
  const field = fieldName(path);
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(error.params["additionalProperty"]);
      const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
      const where = entryAt(node, key) ?? span;
      const message = `unknown key "${key}" in ${field}${didYouMean(key, known)}`;
      return problem("IDC202", message, where, `known keys: ${known.join(", ")}`);
    }
    case "required": {
      const missing = String(error.params["missingProperty"]);
      return problem("IDC206", `"${missing}" is missing in ${field}`, keySpan, example(error, missing));
    }
    case "type":
      return wrongKind(error, node, span, path);
    case "enum": {
      const allowed = error.params["allowedValues"] as readonly unknown[];
      return problem("IDC201", `${field} is ${show(node)}`, span, `use ${oneOf(allowed)}`);
    }
    case "pattern":
      return problem("IDC304", `${show(node)} is not an account id`, span, accountIdHint(node));
    case "minLength": {
      if (error.propertyName === undefined)
        return problem("IDC201", `${field} is empty`, span, suchAs(error));
      const where = entryAt(node, error.propertyName) ?? span;
      return problem("IDC201", `a key in ${field} is empty`, where, "write a name");
    }
    case "minimum":
    case "maximum": {
      const { minimum, maximum } = error.parentSchema as JsonSchema;
      return problem(
        "IDC201",
        `${field} is ${show(node)}`,
        span,
        `write a number from ${minimum} to ${maximum}`,
      );
    }
    default:
      return problem("IDC201", `${field} ${error.message ?? "is not valid"}`, span, null);
  }
}

function suchAs(error: SchemaError): string {
  const value = (error.parentSchema as JsonSchema).examples?.[0];
  return value === undefined ? "write a name" : `such as "${value}"`;
}

function example(error: SchemaError, key: string): string | null {
  const schema = (error.parentSchema as JsonSchema).properties?.[key];
  const value = schema?.examples?.[0];
  if (value === undefined) return null;
  const such = `such as "${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : value}"`;
  // In an Atmos project the region is the stack's business, and the catalog alone does not have it.
  return key === "region" ? `${such}; an Atmos project has it in the vars of the stack: copy it here` : such;
}

function problem(code: string, message: string, span: Span, hint: string | null): Diagnostic {
  return { code, severity: "error", message, span, hint };
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(", ")}`;
}

function entryAt(node: Node | undefined, key: string): Span | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.keySpan : undefined;
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

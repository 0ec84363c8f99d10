import { Ajv, type ErrorObject } from "ajv";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { durationHint } from "../duration.js";
import { type MapNode, type Node, toData } from "../yaml/node.js";
import type { JsonSchema } from "./json-schema.js";
import { varsSchema } from "./vars.js";

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  null: "null",
  number: "a number",
  object: "a map",
  string: "text",
};

/** Checks the shape of the merged vars; every mistake is reported, each at its place. */
export function checkVars(vars: MapNode): readonly Diagnostic[] {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true });
  const validate = ajv.compile(varsSchema);
  if (validate(toData(vars))) return [];
  const errors = (validate.errors ?? []).filter(
    (e) => e.keyword !== "anyOf" && e.keyword !== "propertyNames",
  );
  return errors.map((error) => explain(error, vars));
}

function explain(error: ErrorObject, vars: MapNode): Diagnostic {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const { node, span } = locate(vars, path);
  const field = path.length === 0 ? "vars" : path.join(".");
  const name = path.at(-1) ?? "vars";
  const make = (code: string, message: string, where: Span, hint: string | null): Diagnostic => ({
    code,
    severity: "error",
    message,
    span: where,
    hint,
  });
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(error.params["additionalProperty"]);
      const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
      const where = node?.kind === "map" ? (node.entries.get(key)?.keySpan ?? span) : span;
      return make(
        "IDC202",
        `unknown key "${key}" in ${field}${didYouMean(key, known)}`,
        where,
        `known keys: ${known.join(", ")}`,
      );
    }
    case "required":
      return make(
        "IDC206",
        `"${String(error.params["missingProperty"])}" is missing in ${field}`,
        span,
        null,
      );
    case "type":
      return wrongType(error, node, span, field, make);
    case "enum":
      return make(
        "IDC201",
        `${field} is ${show(node)}`,
        span,
        `use one of ${(error.params["allowedValues"] as unknown[]).join(", ")}`,
      );
    case "pattern":
      return make("IDC304", `${show(node)} is not an account id`, span, accountIdHint(node));
    case "minLength":
      return error.propertyName === undefined
        ? make("IDC201", `${field} is empty`, span, "write a name")
        : make(
            "IDC201",
            `a key in ${field} is empty`,
            keySpan(node, error.propertyName) ?? span,
            "write a name",
          );
    default:
      return make("IDC201", `${name} ${error.message ?? "is not valid"}`, span, null);
  }
}

function wrongType(
  error: ErrorObject,
  node: Node | undefined,
  span: Span,
  field: string,
  make: (code: string, message: string, where: Span, hint: string | null) => Diagnostic,
): Diagnostic {
  const wanted = [error.params["type"] as string | string[]].flat();
  const expected = wanted.filter((t) => t !== "null" || wanted.length === 1).map((t) => kinds[t] ?? t);
  if (field.endsWith("session_duration") && node?.kind === "scalar" && node.source !== "") {
    return make(
      "IDC312",
      `${field} is ${node.source}, not an ISO-8601 duration`,
      span,
      durationHint(node.source),
    );
  }
  const isNumber = node?.kind === "scalar" && typeof node.value === "number";
  if (isNumber && wanted.includes("string")) {
    const hint = `quote it: "${node.source}" (YAML reads it as the number ${node.value})`;
    return make("IDC203", `${field} is the number ${node.source}, not text`, span, hint);
  }
  const hint = node?.kind === "scalar" && node.value === null ? "fill it in or remove the key" : null;
  return make("IDC207", `${field} must be ${expected.join(" or ")}, not ${show(node)}`, span, hint);
}

function accountIdHint(node: Node | undefined): string {
  const written = node?.kind === "scalar" ? node.source : "";
  if (/^_+.*_+$/.test(written)) return "this is a template's placeholder: write the 12 digits in quotes";
  const digits = written.replace(/\D/g, "");
  if (digits.length === 12) return `write "${digits}"`;
  return `an account id is 12 digits in quotes; this has ${digits.length}`;
}

function show(node: Node | undefined): string {
  if (node === undefined) return "missing";
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  return node.value === null ? "null" : JSON.stringify(node.value);
}

function locate(
  root: Node,
  path: readonly string[],
): { readonly node: Node | undefined; readonly span: Span } {
  let node: Node | undefined = root;
  let { span } = root;
  for (const part of path) {
    if (node?.kind === "map") {
      const entry = node.entries.get(part);
      span =
        entry === undefined || (entry.value.kind === "scalar" && entry.value.source === "")
          ? (entry?.keySpan ?? span)
          : entry.value.span;
      node = entry?.value;
    } else if (node?.kind === "list") {
      node = node.items[Number(part)];
      span = node?.span ?? span;
    } else return { node: undefined, span };
  }
  return { node, span };
}

function keySpan(node: Node | undefined, key: string): Span | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.keySpan : undefined;
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { durationHint } from "../duration.js";
import type { Node } from "../yaml/node.js";
import type { SchemaError } from "./check.js";
import type { JsonSchema } from "./json-schema.js";

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "a map",
  string: "text",
};

/** A list where a map belongs, a number where text belongs, and so on. */
export function wrongKind(
  error: SchemaError,
  node: Node | undefined,
  span: Span,
  path: readonly string[],
): Diagnostic {
  const field = fieldName(path);
  const wanted = [error.params["type"] as string | string[]].flat();
  const make = (code: string, message: string, hint: string | null): Diagnostic => ({
    code,
    severity: "error",
    message,
    span,
    hint,
  });
  if (node?.kind === "scalar" && typeof node.value === "number" && wanted.includes("string")) {
    if (field.endsWith("session_duration")) {
      return make(
        "IDC312",
        `${field} is ${node.source}, not an ISO-8601 duration`,
        durationHint(node.source),
      );
    }
    const isId = (error.parentSchema as JsonSchema).pattern !== undefined;
    const hint =
      isId && !/^\d{12}$/.test(node.source)
        ? accountIdHint(node)
        : `quote it: "${node.source}" (YAML reads it as the number ${node.value})`;
    return make("IDC203", `${field} is the number ${node.source}, not text`, hint);
  }
  const expected = wanted.filter((t) => t !== "null" || wanted.length === 1).map((t) => kinds[t] ?? t);
  return make(
    "IDC207",
    `${field} must be ${expected.join(" or ")}, not ${show(node)}`,
    hintFor(path, wanted, node),
  );
}

function hintFor(path: readonly string[], wanted: readonly string[], node: Node | undefined): string | null {
  if (node === undefined) return null;
  if (node.kind === "scalar" && node.value === null) return "fill it in or remove the key";
  if (wanted.includes("array") && node.kind === "scalar") return `write "[${node.source}]"`;
  if (wanted.includes("boolean") && !wanted.includes("string")) return "write true or false, without quotes";
  if (wanted.includes("string")) return node.kind === "scalar" ? `quote it: "${node.source}"` : null;
  if (/^account_(type_)?assignments$/.test(path[0] ?? "")) return assignmentHints[path.length] ?? null;
  if (path.at(-1) === "permissions_boundary") {
    return 'write "{managed_policy: NAME}" or "{customer_managed_policy: NAME}"';
  }
  return null;
}

/** What a map at each depth of the assignments looks like. */
const assignmentHints: Readonly<Record<number, string>> = {
  2: "the keys of an account or type are groups and users",
  3: 'write a map, as in "Managers: {permission_sets: [ReadOnlyAccess]}"',
  4: 'write "permission_sets:" before the names',
};

/** `account_types.core.accounts[0]`; `vars` for the root. */
export function fieldName(path: readonly string[]): string {
  if (path.length === 0) return "vars";
  return path.map((part, i) => (i === 0 ? part : /^\d{1,4}$/.test(part) ? `[${part}]` : `.${part}`)).join("");
}

/** Why a text is not an account id. */
export function accountIdHint(node: Node | undefined): string {
  const written = node?.kind === "scalar" ? node.source : "";
  if (/^_+.*_+$/.test(written)) return "this is a template's placeholder: write the 12 digits in quotes";
  const digits = written.replace(/\D/g, "");
  if (digits.length === 12) return `write "${digits}"`;
  return `an account id is 12 digits in quotes; this has ${digits.length}`;
}

/** A value as it is shown in a message. */
export function show(node: Node | undefined): string {
  if (node === undefined) return "missing";
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  return node.value === null ? "null" : JSON.stringify(node.value);
}

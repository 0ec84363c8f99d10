import type { ErrorObject } from "ajv";
import type { Directory } from "./directory.js";

/** A mistake in the shape of a snapshot: where, as keys and indices from the top, and what. */
export interface Mistake {
  readonly path: readonly string[];
  readonly message: string;
}

const wanted: Readonly<Record<string, string>> = {
  "^\\d{12}$": "12 digits in quotes",
  "^/": 'a path that begins with "/"',
  "^arn:[a-z-]+:sso:::instance/": "the ARN of an Identity Center instance",
};

/** Says what one error of the schema validator means. */
export function shapeMistake(error: ErrorObject): Mistake {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const field = path.join(".") || "the snapshot";
  const key = String(error.params["missingProperty"] ?? error.params["additionalProperty"] ?? "");
  const shown = show(error.data);
  switch (error.keyword) {
    case "required":
      return { path, message: `"${key}" is missing in ${field}` };
    case "additionalProperties":
      return { path: [...path, key], message: `unknown key "${key}" in ${field}` };
    case "const":
      return { path, message: `${field} is ${shown}, this program reads ${error.params["allowedValue"]}` };
    case "enum":
      return {
        path,
        message: `${field} is ${shown}, not one of ${error.params["allowedValues"].join(", ")}`,
      };
    case "pattern":
      return { path, message: `${field} is ${shown}, not ${wanted[error.params["pattern"]]}` };
    case "minLength":
      return { path, message: `${field} is empty` };
    default:
      return { path, message: `${field} is ${shown}, not of type ${error.params["type"]}` };
  }
}

/** Things that are listed twice: a name or an account that stands for two would be resolved by chance. */
export function duplicates(directory: Directory): readonly Mistake[] {
  return [
    ...repeated(
      "accounts",
      "id",
      directory.accounts.map((a) => a.id),
    ),
    ...repeated(
      "groups",
      "displayName",
      directory.groups.map((g) => g.displayName),
    ),
    ...repeated(
      "users",
      "userName",
      directory.users.map((u) => u.userName),
    ),
  ];
}

function repeated(list: string, key: string, values: readonly string[]): readonly Mistake[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: [list, String(index), key], message: `${list} lists ${JSON.stringify(value)} twice` }];
  });
}

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  const written = JSON.stringify(value) ?? "missing";
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

function unescapePointer(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

import { type Fault, malformed } from "./fault.js";
import type { RawAttribute } from "./start-tag.js";

/** Prefixes and their namespaces, inside an element; the prefix "" is the default one. */
export type Scope = ReadonlyMap<string, string>;

const xml = "http://www.w3.org/XML/1998/namespace";
const xmlns = "http://www.w3.org/2000/xmlns/";

/** Where no element is open. */
export const outermost: Scope = new Map([
  ["", ""],
  ["xml", xml],
]);

/** The scope inside an element with these attributes. */
export function inner(outer: Scope, attributes: readonly RawAttribute[]): Scope | Fault {
  const declarations = attributes.filter(({ name }) => isDeclaration(name));
  if (declarations.length === 0) return outer;
  const scope = new Map(outer);
  for (const { name, value, start, end } of declarations) {
    const prefix = name === "xmlns" ? "" : name.slice("xmlns:".length);
    const isReserved = prefix === "xml" || prefix === "xmlns" || value === xml || value === xmlns;
    if (isReserved || (prefix !== "" && value === "")) {
      return malformed(`"${prefix}" cannot stand for the namespace "${value}"`, start, end);
    }
    scope.set(prefix, value);
  }
  return scope;
}

/** True for `xmlns` and `xmlns:prefix`, which are no attributes of their element. */
export function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

/** A name with its namespace; an attribute without prefix has none. */
export function expanded(
  name: string,
  scope: Scope,
  isAttribute: boolean,
): { readonly namespace: string; readonly name: string } | null {
  const [first = "", second] = name.split(":");
  if (second === undefined) return { namespace: isAttribute ? "" : (scope.get("") ?? ""), name };
  const namespace = scope.get(first);
  return namespace === undefined ? null : { namespace, name: second };
}

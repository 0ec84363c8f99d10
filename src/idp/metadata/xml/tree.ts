import type { XmlAttribute, XmlElement } from "./element.js";
import { type Fault, isFault, malformed } from "./fault.js";
import { expanded, inner, isDeclaration, outermost, type Scope } from "./names.js";
import type { Place } from "./places.js";
import type { Token } from "./tokens.js";

/** An element whose end tag has not come yet. */
export interface Open {
  /** Its name with prefix. */
  readonly tag: string;
  readonly scope: Scope;
  readonly start: number;
  /** Where its start tag ends. */
  readonly innerStart: number;
  readonly head: Pick<XmlElement, "namespace" | "name" | "attributes">;
  readonly children: XmlElement[];
  text: string;
}

/** Begins an element inside of another one. */
export function begin(
  token: Token & { readonly kind: "open" },
  parent: Open | undefined,
  place: Place,
): Open | Fault {
  const scope = inner(parent?.scope ?? outermost, token.attributes);
  if (isFault(scope)) return scope;
  const { name: tag, start, end: innerStart } = token;
  const element = expanded(tag, scope, false);
  if (element === null) return malformed(`the prefix of <${tag}> is not declared`, start, innerStart);
  const attributes: XmlAttribute[] = [];
  const seen = new Set<string>();
  for (const { name, value, ...range } of token.attributes) {
    const known = isDeclaration(name) ? { namespace: "xmlns", name } : expanded(name, scope, true);
    if (known === null) {
      return malformed(`the prefix of the attribute ${name} is not declared`, range.start, range.end);
    }
    const key = `${known.namespace} ${known.name}`;
    if (seen.has(key)) return malformed(`the attribute ${name} is there twice`, range.start, range.end);
    seen.add(key);
    if (!isDeclaration(name)) attributes.push({ ...known, value, span: place(range.start, range.end) });
  }
  return { tag, scope, start, innerStart, head: { ...element, attributes }, children: [], text: "" };
}

/** The whole element, once its end tag, which begins at `end`, has come. */
export function whole(
  { head, children, text, start, innerStart }: Open,
  end: number,
  source: string,
  place: Place,
): XmlElement {
  const span = place(start, innerStart);
  const written = source.slice(innerStart, end);
  const trimmed = written.trim();
  const from = innerStart + written.indexOf(trimmed);
  const inside = trimmed === "" ? span : place(from, from + trimmed.length);
  return { ...head, children, text, span, inside };
}

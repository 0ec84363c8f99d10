import { bounds } from "./bounds.js";
import type { XmlAttribute, XmlElement } from "./element.js";
import { type Fault, isFault, malformed } from "./fault.js";
import { expanded, inner, isDeclaration, outermost, type Scope } from "./names.js";
import type { Place } from "./places.js";
import { forbidden } from "./references.js";
import { type Token, tokenAt } from "./tokens.js";

/** An element whose end tag has not come yet. */
interface Open {
  readonly tag: string;
  readonly scope: Scope;
  readonly start: number;
  readonly innerStart: number;
  readonly head: Pick<XmlElement, "namespace" | "name" | "attributes">;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads XML 1.0 with namespaces and without any document type, as strictly as the parsers of identity centers
 * do. The library that verifies signatures takes much that is no XML, so it only sees what this has read.
 */
export function parseXml(text: string, place: Place): XmlElement | Fault {
  const before = forbiddenIn(text);
  if (before !== null) return before;
  const open: Open[] = [];
  let [elements, attributes, at] = [0, 0, 0];
  let root: XmlElement | null = null;
  while (at < text.length) {
    const token = tokenAt(text, at, bounds.attributes - attributes);
    if (isFault(token)) return token;
    at = token.end;
    if (token.kind === "skipped") continue;
    const parent = open.at(-1);
    if (token.kind === "text") {
      if (parent !== undefined) parent.text += token.value;
      else if (token.isWritten || /[^ \t\r\n]/.test(token.value)) {
        return malformed("there is text outside of the root element", token.start, token.end);
      }
    } else if (token.kind === "open") {
      if (root !== null && parent === undefined)
        return malformed("there are two root elements", token.start, token.end);
      elements += 1;
      attributes += token.attributes.length;
      if (elements > bounds.elements || open.length >= bounds.depth) return tooMuch(token, open.length);
      const opened = openElement(token, parent?.scope ?? outermost, place);
      if (isFault(opened)) return opened;
      if (!token.isEmpty) open.push(opened);
      else root = ended(opened, parent, token.start, place) ?? root;
    } else {
      if (parent === undefined || parent.tag !== token.name) return notClosed(token, parent, place);
      open.pop();
      root = ended(parent, open.at(-1), token.start, place) ?? root;
    }
  }
  const last = open.at(-1);
  if (last !== undefined)
    return malformed(`the file ends inside of <${last.tag}>`, last.start, last.innerStart);
  return root ?? malformed("there is no element", 0, text.length);
}

function forbiddenIn(text: string): Fault | null {
  const type = /<![ \t\r\n]*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(text);
  if (type !== null) {
    const message = `"${type[0].replace(/\s+/g, "")}" is refused: metadata has no document type, and entities are a way to attack`;
    const hint = "take the file as the identity provider offers it";
    return { code: "IDC703", message, hint, start: type.index, end: type.index + type[0].length };
  }
  const wrong = forbidden.exec(text);
  if (wrong === null) return null;
  const code = (text.codePointAt(wrong.index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return malformed(`the character U+${code} is not allowed`, wrong.index);
}

function openElement(token: Token & { readonly kind: "open" }, outer: Scope, place: Place): Open | Fault {
  const scope = inner(outer, token.attributes);
  if (isFault(scope)) return scope;
  const element = expanded(token.name, scope, false);
  if (element === null)
    return malformed(`the prefix of <${token.name}> is not declared`, token.start, token.end);
  const attributes: XmlAttribute[] = [];
  const seen = new Set<string>();
  for (const { name, value, start, end } of token.attributes) {
    const known = isDeclaration(name) ? { namespace: "xmlns", name } : expanded(name, scope, true);
    if (known === null) return malformed(`the prefix of the attribute ${name} is not declared`, start, end);
    const key = `${known.namespace} ${known.name}`;
    if (seen.has(key)) return malformed(`the attribute ${name} is there twice`, start, end);
    seen.add(key);
    if (!isDeclaration(name)) attributes.push({ ...known, value, span: place(start, end) });
  }
  const head = { ...element, attributes };
  return { tag: token.name, scope, start: token.start, innerStart: token.end, head, children: [], text: "" };
}

/** Hands an element to its parent; the root, which has none, is returned. */
function ended(open: Open, parent: Open | undefined, end: number, place: Place): XmlElement | null {
  const { head, children, text, start, innerStart } = open;
  const span = place(start, innerStart);
  const inside = end > innerStart ? place(innerStart, end) : span;
  const element = { ...head, children, text, span, inside };
  if (parent === undefined) return element;
  parent.children.push(element);
  return null;
}

function tooMuch({ start, end }: Token, depth: number): Fault {
  const message =
    depth >= bounds.depth
      ? `more than ${bounds.depth} elements inside each other`
      : `more than ${bounds.elements} elements`;
  return { code: "IDC701", message, hint: "download the metadata of one application", start, end };
}

function notClosed(
  { name, start, end }: Token & { readonly kind: "close" },
  open: Open | undefined,
  place: Place,
): Fault {
  const expectedTag =
    open === undefined
      ? "closes nothing"
      : `stands where <${open.tag}> of line ${place(open.start, open.start).line} ends`;
  return malformed(`</${name}> ${expectedTag}`, start, end);
}

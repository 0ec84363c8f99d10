import { bounds } from "./bounds.js";
import type { XmlElement } from "./element.js";
import { type Fault, isFault, malformed } from "./fault.js";
import type { Place } from "./places.js";
import { firstForbidden } from "./references.js";
import { type Token, tokenAt } from "./tokens.js";
import { begin, type Open, whole } from "./tree.js";

/**
 * Reads XML 1.0 with namespaces and without any document type, and nothing else: text that a lenient parser
 * would repair could be read in another way by AWS. The library that verifies signatures is lenient, so it only
 * gets what was read here.
 */
export function parseXml(text: string, place: Place): XmlElement | Fault {
  const forbidden = firstForbidden(text);
  if (forbidden !== null) return forbidden;
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let [elements, attributes, at] = [0, 0, 0];
  while (at < text.length) {
    const token = tokenAt(text, at, bounds.attributes - attributes);
    if (isFault(token)) return token;
    at = token.end;
    const parent = open.at(-1);
    if (token.kind === "skipped") continue;
    if (token.kind === "text") {
      if (parent !== undefined) parent.text += token.value;
      else if (!token.isBlank) return malformed("there is text outside of the root element", token.start, at);
      continue;
    }
    let ended: Open;
    if (token.kind === "open") {
      if (root !== null) return malformed("there are two root elements", token.start, at);
      elements += 1;
      attributes += token.attributes.length;
      if (elements > bounds.elements || open.length >= bounds.depth) return tooMuch(token, open.length);
      const begun = begin(token, parent, place);
      if (isFault(begun)) return begun;
      if (!token.isEmpty) {
        open.push(begun);
        continue;
      }
      ended = begun;
    } else {
      if (parent === undefined || parent.tag !== token.name) return unexpectedEnd(token, parent, place);
      ended = parent;
      open.pop();
    }
    const element = whole(ended, token.kind === "open" ? at : token.start, text, place);
    const outer = open.at(-1);
    if (outer === undefined) root = element;
    else outer.children.push(element);
  }
  const last = open.at(-1);
  if (last !== undefined)
    return malformed(`the file ends inside of <${last.tag}>`, last.start, last.innerStart);
  return root ?? malformed("there is no element", 0, text.length);
}

function tooMuch({ start, end }: Token, depth: number): Fault {
  const message =
    depth >= bounds.depth
      ? `more than ${bounds.depth} elements inside each other`
      : `more than ${bounds.elements} elements`;
  return { code: "IDC701", message, hint: "download the metadata of one application", start, end };
}

function unexpectedEnd(
  { name, start, end }: Token & { readonly kind: "close" },
  open: Open | undefined,
  place: Place,
): Fault {
  if (open === undefined) return malformed(`</${name}> closes nothing`, start, end);
  const { line } = place(open.start, open.start);
  return malformed(`</${name}> stands where <${open.tag}> of line ${line} must end`, start, end);
}

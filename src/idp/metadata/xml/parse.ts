import { SaxesParser } from "saxes";
import { bounds } from "./bounds.js";
import type { XmlElement } from "./element.js";
import { type Fault, firstForbidden, isFault, malformed, tooMuch } from "./fault.js";
import type { Place } from "./places.js";
import { attributesOf, begun, type Open, whole } from "./tree.js";

/**
 * Reads XML 1.0 with namespaces and without any document type, and nothing else: text that a lenient parser
 * would repair could be read in another way by AWS. The library that verifies signatures is lenient, so it only
 * gets what was read here.
 */
export function parseXml(text: string, place: Place): XmlElement | Fault {
  const forbidden = firstForbidden(text);
  if (forbidden !== null) return forbidden;
  const options = { xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: "1.0" } as const;
  const parser = new SaxesParser(options);
  const open: Open[] = [];
  const left = { elements: bounds.elements, attributes: bounds.attributes };
  let root: XmlElement | null = null;
  // Behind the last comment, instruction or CDATA: an "&" in them is none to complain of.
  let settled = 0;
  /** The last place of a character that was read. */
  const last = (character: string): number => text.lastIndexOf(character, parser.position - 1);
  parser.on("error", ({ message }) => {
    throw faultOf(message, text, settled, parser.position, open.at(-1));
  });
  parser.on("opentagstart", ({ name }) => {
    const start = last("<");
    left.elements -= 1;
    if (open.length >= bounds.depth) {
      throw tooMuch(`more than ${bounds.depth} elements inside each other`, start, parser.position);
    }
    if (left.elements < 0) throw tooMuch(`more than ${bounds.elements} elements`, start, parser.position);
    open.push(begun(name, start, parser.position));
  });
  parser.on("attribute", ({ name, prefix, value }) => {
    const end = parser.position - 1;
    const element = open.at(-1);
    left.attributes -= 1;
    if (element === undefined) return;
    if (left.attributes < 0) {
      throw tooMuch("more attributes than any metadata has", element.range[0], parser.position);
    }
    // The parser would take it away.
    if ((name === "xmlns" || prefix === "xmlns") && value.trim() !== value) {
      parser.fail(`white space around the namespace of ${name}`);
    }
    element.values.set(name, [text.lastIndexOf(text.charAt(end), end - 1) + 1, end]);
  });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const element = open.at(-1);
    if (element === undefined) return;
    // The parser takes any character of a name behind the colon, also as the first.
    const wrong = [{ local }, ...Object.values(attributes)].find((name) => !/^[\p{L}_]/u.test(name.local));
    if (wrong !== undefined) parser.fail(`malformed name: ${wrong.local}`);
    element.range = [element.range[0], parser.position];
    const all = attributesOf(element, Object.values(attributes), place);
    element.head = { namespace: uri, name: local, attributes: all };
  });
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  const settle = (): void => {
    settled = parser.position;
  };
  parser.on("xmldecl", settle);
  parser.on("comment", settle);
  parser.on("processinginstruction", settle);
  parser.on("text", addText);
  parser.on("cdata", (more) => {
    settle();
    addText(more);
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const ended = open.pop();
    if (ended === undefined) return;
    const element = whole(ended, isSelfClosing ? parser.position : last("<"), text, place);
    const outer = open.at(-1);
    if (outer === undefined) root = element;
    else outer.children.push(element);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (typeof error === "object" && error !== null && isFault(error)) return error;
    throw error;
  }
  return root ?? malformed("there is no element", 0, text.length);
}

/**
 * An "&" that begins no reference: the parser looks for its end in all that follows. Or what may have one: a comment
 * that does not end.
 */
const bareAmpersand = /<[!?]|&(?!(?:#\d+|#x[\da-fA-F]+|[\w.-]+);)/g;

/** A complaint of the parser, with the character or the tag that it is about. */
function faultOf(
  message: string,
  text: string,
  settled: number,
  position: number,
  open: Open | undefined,
): Fault {
  const complaint = message.replace(/\.$/, "");
  const at = Math.max(0, Math.min(position, text.length) - 1);
  const isAtEnd = /^(?:unclosed tag|unexpected end)/.test(complaint);
  bareAmpersand.lastIndex = settled;
  const bare = isAtEnd || complaint.includes("entity") ? (bareAmpersand.exec(text)?.index ?? -1) : -1;
  if (text[bare] === "&") return malformed('a "&" that stands for itself is written &amp;', bare, bare + 1);
  if (open !== undefined && isAtEnd) return malformed(complaint, ...open.range);
  return malformed(complaint === "disallowed character" ? disallowed(text, at) : complaint, at, at + 1);
}

function disallowed(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const isSeen = code > 0x20 && code < 0x7f;
  const shown = isSeen ? `"${text.charAt(at)}"` : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return `the character ${shown} is not allowed here`;
}

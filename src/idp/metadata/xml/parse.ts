import { SaxesParser } from "saxes";
import { bounds } from "./bounds.js";
import type { XmlElement } from "./element.js";
import { type Fault, firstForbidden, isFault, malformed, tooMuch } from "./fault.js";
import { mistake } from "./mistake.js";
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
  let settled = 0;
  let ended: Open | undefined;
  const settle = (more = 0): void => {
    settled = parser.position + more;
  };
  /** The last place of a character that was read. */
  const last = (character: string): number => text.lastIndexOf(character, parser.position - 1);
  parser.on("error", ({ message }) => {
    throw mistake(message, { text, position: parser.position, settled, inside: open.at(-1), ended }, place);
  });
  parser.on("opentagstart", ({ name }) => {
    const start = last("<");
    left.elements -= 1;
    if (open.length >= bounds.depth) {
      throw tooMuch(`more than ${bounds.depth} elements inside each other`, start, parser.position);
    }
    if (left.elements < 0) throw tooMuch(`more than ${bounds.elements} elements`, start, parser.position);
    open.push(begun(name, start, parser.position));
    settle();
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
    settle();
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
    element.isWhole = true;
    settle();
  });
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on("xmldecl", () => settle());
  // It is told before its last character.
  parser.on("comment", () => settle(1));
  parser.on("processinginstruction", () => settle());
  parser.on("text", addText);
  parser.on("cdata", (more) => {
    settle();
    addText(more);
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    ended = open.pop();
    if (ended === undefined) return;
    settle();
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

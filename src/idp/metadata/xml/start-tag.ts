import { type Fault, isFault, malformed } from "./fault.js";
import { matched, name } from "./match.js";
import { withoutReferences } from "./references.js";

export interface RawAttribute {
  /** With prefix. */
  readonly name: string;
  readonly value: string;
  /** The value without its quotes. */
  readonly start: number;
  readonly end: number;
}

export interface StartTag {
  /** With prefix. */
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  /** True for `<a/>`. */
  readonly isEmpty: boolean;
  /** Offset behind it. */
  readonly end: number;
}

const openName = new RegExp(`<(${name})`, "uy");
const attributeStart = new RegExp(String.raw`[ \t\r\n]+(${name})[ \t\r\n]*=[ \t\r\n]*(["'])`, "uy");
const tagEnd = /[ \t\r\n]*(\/?)>/y;

/** Reads the start tag that begins at an offset; with more than `most` attributes it is a fault. */
export function startTag(text: string, start: number, most: number): StartTag | Fault {
  const tag = matched(openName, text, start);
  if (tag === null) return malformed('"<" begins no tag; as a character it is written &lt;', start);
  const attributes: RawAttribute[] = [];
  let at = start + tag[0].length;
  for (;;) {
    const end = matched(tagEnd, text, at);
    if (end !== null) {
      const isEmpty = end[1] === "/";
      return { name: tag[1] ?? "", attributes, isEmpty, end: at + end[0].length };
    }
    if (attributes.length >= most) return tooManyAttributes(start, at);
    const one = attributeAt(text, at);
    if (one === null)
      return malformed(`the tag <${tag[1]}> is not complete, or has an attribute without quotes`, start, at);
    if (isFault(one)) return one;
    attributes.push(one);
    at = one.end + 1;
  }
}

function attributeAt(text: string, at: number): RawAttribute | Fault | null {
  const begin = matched(attributeStart, text, at);
  if (begin === null) return null;
  const start = at + begin[0].length;
  const end = text.indexOf(begin[2] ?? "", start);
  if (end < 0) return null;
  const raw = text.slice(start, end);
  if (raw.includes("<")) {
    const less = start + raw.indexOf("<");
    return malformed(`"<" in the value of ${begin[1]}; as a character it is written &lt;`, less);
  }
  const read = withoutReferences(raw.replace(/\r\n|[\t\n\r]/g, " "), start);
  return isFault(read) ? read : { name: begin[1] ?? "", value: read.value, start, end };
}

function tooManyAttributes(start: number, end: number): Fault {
  const message = "more attributes than any metadata has";
  return { code: "IDC701", message, hint: "download the file again", start, end };
}

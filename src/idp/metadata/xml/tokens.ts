import { type Fault, isFault, malformed } from "./fault.js";
import { matched, name } from "./match.js";
import { withoutReferences } from "./references.js";
import { type StartTag, startTag } from "./start-tag.js";

/**
 * A piece of a document. `skipped`: comments, processing instructions, the XML declaration. `isBlank`: white space
 * that is written as such.
 */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: "text"; readonly value: string; readonly isBlank: boolean }
  | { readonly kind: "skipped" }
  | ({ readonly kind: "open" } & StartTag)
  | { readonly kind: "close"; readonly name: string }
);

const closeTag = new RegExp(String.raw`</(${name})[ \t\r\n]*>`, "uy");
const instruction = new RegExp(String.raw`<\?(${name})(?=[ \t\r\n?])`, "uy");
const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*["']1\.[0-9]+["'](?:[ \t\r\n]+[a-z]+[ \t\r\n]*=[ \t\r\n]*["'][A-Za-z0-9._-]+["'])*[ \t\r\n]*\?>/y;

/** The piece that begins at an offset. `most` attributes are read; more than that are a fault. */
export function tokenAt(text: string, at: number, most: number): Token | Fault {
  if (text[at] !== "<") return characters(text, at);
  if (text.startsWith("<!--", at)) return comment(text, at);
  if (text.startsWith("<![CDATA[", at)) return cdata(text, at);
  if (text.startsWith("<?", at)) return processing(text, at);
  if (text.startsWith("</", at)) return close(text, at);
  const tag = startTag(text, at, most);
  return isFault(tag) ? tag : { kind: "open", start: at, ...tag };
}

function characters(text: string, start: number): Token | Fault {
  const next = text.indexOf("<", start);
  const end = next < 0 ? text.length : next;
  const raw = text.slice(start, end);
  const closing = raw.indexOf("]]>");
  if (closing >= 0) return malformed('"]]>" without its beginning', start + closing, start + closing + 3);
  const read = withoutReferences(raw.replace(/\r\n?/g, "\n"), start);
  if (isFault(read)) return read;
  return { kind: "text", value: read.value, isBlank: /^[ \t\r\n]*$/.test(raw), start, end };
}

function comment(text: string, start: number): Token | Fault {
  const end = text.indexOf("--", start + 4);
  if (end < 0) return malformed("a comment has no end", start, start + 4);
  if (text[end + 2] !== ">") return malformed('a comment contains "--"', end, end + 2);
  return { kind: "skipped", start, end: end + 3 };
}

function cdata(text: string, start: number): Token | Fault {
  const end = text.indexOf("]]>", start);
  if (end < 0) return malformed("a CDATA section has no end", start, start + 9);
  const value = text.slice(start + 9, end).replace(/\r\n?/g, "\n");
  return { kind: "text", value, isBlank: false, start, end: end + 3 };
}

function processing(text: string, start: number): Token | Fault {
  const end = text.indexOf("?>", start);
  const target = matched(instruction, text, start)?.[1];
  if (end < 0 || target === undefined) return malformed("a processing instruction is not complete", start);
  if (target.toLowerCase() === "xml" && (start > 0 || matched(declaration, text, 0) === null)) {
    return malformed(
      start > 0 ? "the XML declaration does not begin the file" : "the XML declaration has mistakes",
      start,
      end + 2,
    );
  }
  return { kind: "skipped", start, end: end + 2 };
}

function close(text: string, start: number): Token | Fault {
  const tag = matched(closeTag, text, start);
  if (tag === null) return malformed("an end tag is not complete", start, start + 2);
  return { kind: "close", name: tag[1] ?? "", start, end: start + tag[0].length };
}

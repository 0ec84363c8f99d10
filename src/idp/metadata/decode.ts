import { error, warning } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { bounds } from "./xml/bounds.js";
import { placesIn } from "./xml/places.js";

/** The text of a metadata file, without a byte order mark. */
export interface Decoded {
  /** What there is to show; not to be read further when there are errors. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Decodes a metadata file. A file that is larger than any metadata (null: it was not even read) is not looked at. */
export function decode(bytes: Uint8Array | null, file: string): Decoded {
  if (bytes === null || bytes.length > bounds.bytes) return { text: "", diagnostics: [tooLarge(file)] };
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, "");
  const place = placesIn(text, file);
  if (!isWhole(bytes, encoding)) {
    const at = Math.max(0, text.indexOf("\uFFFD"));
    const message = `the bytes here are not ${encoding.toUpperCase()}`;
    return { text, diagnostics: [error("IDC702", message, place(at, at + 1), save)] };
  }
  const declared = /^<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([^"'>]*)["']/.exec(text);
  const name = declared?.[1] ?? encoding;
  const first = place(0, declared?.[0].length ?? 1);
  if (!names(name, encoding, text)) {
    const message = `the file says that its encoding is "${name}", and it is ${encoding.toUpperCase()}`;
    return { text, diagnostics: [error("IDC702", message, first, save)] };
  }
  if (encoding === "utf-8") return { text, diagnostics: [] };
  const message = `the file is ${encoding.toUpperCase()}, and AWS does not say that it takes that`;
  return { text, diagnostics: [warning("IDC702", message, first, save)] };
}

const save = "download it again and leave it as it is, or save it as UTF-8";

function tooLarge(file: string): Diagnostic {
  const message = `${file} has more than ${bounds.bytes / 1_000_000} MB, so it is no metadata`;
  return error(
    "IDC701",
    message,
    null,
    "download the metadata of the one application, which has some kilobytes",
  );
}

/** By the byte order mark, or by how `<` is written. */
function encodingOf([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

function isWhole(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** True when a declared name stands for the encoding, or for one that writes this text with the same bytes. */
function names(declared: string, encoding: Encoding, text: string): boolean {
  const name = declared.toLowerCase();
  if (encoding !== "utf-8") return name.startsWith("utf-16");
  if (name === "utf-8" || name === "utf8") return true;
  return /^(us-ascii|iso-8859-\d+|windows-125\d)$/.test(name) && /^\p{ASCII}*$/u.test(text);
}

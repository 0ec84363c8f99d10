import { type Fault, malformed } from "./fault.js";

const predefined: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Characters that XML 1.0 does not have. */
const forbidden = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** `&amp;` as `&`; without a document type there are no other entities than the five of XML. */
export function withoutReferences(text: string, start: number): { readonly value: string } | Fault {
  let value = "";
  let from = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
    const reference = /^&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/.exec(text.slice(at, at + 12));
    const meant = reference === null ? null : character(reference);
    if (reference === null || meant === null) {
      const shown = /^&[^\s;<&]{0,20};?/.exec(text.slice(at, at + 22))?.[0] ?? "&";
      return malformed(
        `"${shown}" is no character; a single & is written &amp;`,
        start + at,
        start + at + shown.length,
      );
    }
    value += text.slice(from, at) + meant;
    from = at + reference[0].length;
  }
  return { value: value + text.slice(from) };
}

function character([, decimal, hex, name = ""]: RegExpExecArray): string | null {
  if (decimal === undefined && hex === undefined) return predefined.get(name) ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number.parseInt(decimal, 10);
  if (code > 0x10ffff) return null;
  const made = String.fromCodePoint(code);
  return forbidden.test(made) ? null : made;
}

/** The first piece of a text that is refused wherever it stands: a document type, or a character that XML has not. */
export function firstForbidden(text: string): Fault | null {
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

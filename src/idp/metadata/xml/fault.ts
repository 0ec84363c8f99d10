/** Why a text is not read as XML; it ends at the first one. Offsets count UTF-16 code units from 0. */
export interface Fault {
  /** `IDC701`: a bound was passed. `IDC703`: a document type. `IDC704`: it is not well-formed. */
  readonly code: "IDC701" | "IDC703" | "IDC704";
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const again = "download the file again, and upload it as it is: an editor or a chat may have changed it";

/** What no XML parser takes. */
export function malformed(message: string, start: number, end: number): Fault {
  // A name may be as long as the file.
  const shown = message.length > 200 ? `${message.slice(0, 200)}…` : message;
  return { code: "IDC704", message: `not well-formed XML: ${shown}`, hint: again, start, end };
}

/**
 * A second byte order mark, which the parser drops, and characters that XML has not. The parser knows most of those,
 * but takes half of a pair, with what follows.
 */
const noCharacter = /^\ufeff|[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** What is refused wherever it stands, before anything is parsed; null when there is nothing of the kind. */
export function firstForbidden(text: string): Fault | null {
  const type = /<![ \t\r\n]*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(text);
  if (type === null) {
    const wrong = noCharacter.exec(text);
    if (wrong === null) return null;
    const code = wrong[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return malformed(`the character U+${code} is not allowed here`, wrong.index, wrong.index + 1);
  }
  const message = `"${type[0].replace(/\s+/g, "")}" is refused: metadata has no document type, and entities are a way to attack`;
  const hint = "take the file as the identity provider offers it";
  return { code: "IDC703", message, hint, start: type.index, end: type.index + type[0].length };
}

/** More of something than any metadata has. */
export function tooMuch(message: string, start: number, end: number): Fault {
  return { code: "IDC701", message, hint: "download the metadata of one application", start, end };
}

export function isFault(value: object): value is Fault {
  return "code" in value;
}

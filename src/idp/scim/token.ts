import type { Diagnostic } from "../../diagnostic/diagnostic.js";

/** Letters in a row that give a token away. */
const telling = 8;

/** What is wrong with a token that cannot be sent as it is; null when nothing is. The token itself is not in it. */
export function tokenProblem(token: string): Diagnostic | null {
  const fault = faultOf(token);
  if (fault === null) return null;
  return {
    code: "IDC735",
    severity: "error",
    message: `the access token ${fault}`,
    span: null,
    hint: "copy it again, as one line and nothing around it; Identity Center shows a token only once, so make a new one when it is lost",
  };
}

function faultOf(token: string): string | null {
  if (token === "") return "is empty";
  if (/^bearer\s/i.test(token)) return 'begins with "Bearer", which is not part of it';
  if (/^["'`]|["'`]$/.test(token)) return "has quotes around it";
  if (/[\r\n]/.test(token)) return "has a line break in it";
  if (/\s/.test(token)) return "has a space in it";
  if (/[^\x21-\x7e]/.test(token)) return "has characters that no token has";
  return token.length > 8192 ? "is longer than any token" : null;
}

/**
 * True when a text has the token or a telling piece of it, also in other case, escaped or broken into lines.
 * `letters` in a row are telling.
 */
export function tellsToken(text: string, token: string, letters = telling): boolean {
  const places = [text, unescaped(text)].map((form) => comparable(form));
  const plain = comparable(token);
  const pieces = Math.max(1, plain.length - letters + 1);
  for (let at = 0; at < pieces; at++) {
    const piece = plain.slice(at, at + letters);
    if (piece !== "" && places.some((place) => place.includes(piece))) return true;
  }
  return false;
}

/** True when a text has the whole token in it. A part may be in a URL by right: that is the tenant. */
export function holdsToken(text: string, token: string): boolean {
  return tellsToken(text, token, comparable(token).length);
}

function comparable(text: string): string {
  return text.replace(/[\s"'\\]/g, "").toLowerCase();
}

function unescaped(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#x?([0-9a-f]{2,3});/gi, (all, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, all.startsWith("&#x") ? 16 : 10)),
    )
    .replace(/\\u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

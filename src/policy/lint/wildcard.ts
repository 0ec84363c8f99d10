import { coversAll, fitsCharacter, isStar } from "../../diagnostic/wildcards.js";

/**
 * True when an IAM pattern covers the whole of a text: `*` is any run of characters, `?` is one; letter
 * case does not matter. Takes time of at most the product of both lengths.
 */
export function covers(pattern: string, text: string): boolean {
  return coversLower(pattern.toLowerCase(), text.toLowerCase());
}

/** The same for texts in lower case. */
export function coversLower(pattern: string, text: string): boolean {
  return coversAll(pattern, text, isStar, fitsCharacter);
}

/** True when a text has `*` or `?`. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

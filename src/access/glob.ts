import { coversAll, fitsCharacter, isStar } from "../diagnostic/wildcards.js";

/**
 * True when `glob` covers the whole of `text`: `*` is any run of characters, `?` is one, every other
 * character stands for itself, case-sensitive. Takes time of at most the product of both lengths.
 */
export function matchesGlob(glob: string, text: string): boolean {
  return coversAll([...glob], [...text], isStar, fitsCharacter);
}

/** True when a name is a pattern. */
export function isGlob(name: string): boolean {
  return /[*?]/.test(name);
}

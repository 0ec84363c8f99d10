/**
 * True when a pattern covers the whole of a text. A part of the pattern that `isRun` stands for any run of
 * characters, every other one for a character that it `fits`. Takes time of at most the product of both lengths.
 */
export function coversAll<Part>(
  pattern: ArrayLike<Part>,
  text: ArrayLike<string>,
  isRun: (part: Part) => boolean,
  fits: (part: Part, character: string) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let run = -1;
  let resume = 0;
  while (t < text.length) {
    const isInside = p < pattern.length;
    if (isInside && isRun(pattern[p] as Part)) {
      run = p++;
      resume = t;
    } else if (isInside && fits(pattern[p] as Part, text[t] as string)) {
      p++;
      t++;
    } else if (run >= 0) {
      p = run + 1;
      t = ++resume;
    } else return false;
  }
  while (p < pattern.length && isRun(pattern[p] as Part)) p++;
  return p === pattern.length;
}

/** `*` */
export function isStar(character: string): boolean {
  return character === "*";
}

/** `?` is any character, every other one itself. */
export function fitsCharacter(part: string, character: string): boolean {
  return part === "?" || part === character;
}

/**
 * True when an IAM pattern covers the whole of a text: `*` is any run of characters, `?` is one; letter
 * case does not matter. Takes time of at most the product of both lengths.
 */
export function covers(pattern: string, text: string): boolean {
  return coversLower(pattern.toLowerCase(), text.toLowerCase());
}

/** The same for texts in lower case. */
export function coversLower(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** True when a text has `*` or `?`. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

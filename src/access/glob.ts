/**
 * True when `glob` covers the whole of `text`: `*` is any run of characters, `?` is one, every other
 * character stands for itself, case-sensitive. Takes time of at most the product of both lengths.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const pattern = [...glob];
  const characters = [...text];
  let p = 0;
  let c = 0;
  let star = -1;
  let resume = 0;
  while (c < characters.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = c;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === characters[c])) {
      p++;
      c++;
    } else if (star >= 0) {
      p = star + 1;
      c = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** True when a name is a pattern. */
export function isGlob(name: string): boolean {
  return /[*?]/.test(name);
}

import { distance } from "fastest-levenshtein";

/** Letters of a name worth comparing: what is longer is no typing mistake, and comparing takes the square. */
const longest = 300;

/**
 * The known name that was probably meant, or null when none is near: at most a third of the
 * letters differ, and at most `most`. Case-only differences always win.
 */
export function nearest(wrong: string, known: Iterable<string>, most = 10): string | null {
  if (wrong.length > longest) return null;
  const limit = Math.max(1, Math.min(most, Math.floor(wrong.length / 3)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    if (name === wrong) continue;
    if (name.toLowerCase() === wrong.toLowerCase()) return name;
    if (Math.abs(name.length - wrong.length) >= bestDistance) continue;
    const d = distance(wrong, name);
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return best;
}

/** ` - did you mean "X"?` for the nearest known name, or nothing. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const name = nearest(wrong, known);
  return name === null ? "" : ` - did you mean "${name}"?`;
}

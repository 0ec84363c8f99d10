/** Words that stand for production. */
const production: ReadonlySet<string> = new Set(["prod", "production", "prd", "live"]);
/** Words that take that back when they stand before one. */
const negations: ReadonlySet<string> = new Set(["non", "pre", "not", "no"]);

/** True for a name that says production: `plat-prod`, `LiveEU`, `prod2`; not for `nonprod`, `pre-prod` or `products`. */
export function isProduction(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, i) => production.has(word) && !negations.has(words[i - 1] ?? ""));
}

/** In lower case; anything but a letter and a change of case divide them. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/\P{L}+/u);
}

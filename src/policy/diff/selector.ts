import { coversPattern, isEveryText, type Pattern, patternOf } from "./pattern.js";

/** A pattern of actions or resources, as a whole and by the parts that a wildcard stays in. */
export interface Selector {
  readonly whole: Pattern;
  readonly parts: readonly Pattern[];
}

/** The selector of an action, in any letter case; `*:*` is every action. */
export function actionSelector(text: string): Selector {
  const whole = patternOf(text === "*:*" ? "*" : text.toLowerCase());
  return { whole, parts: [whole] };
}

/** The selector of a resource. AWS takes a wildcard at its end for the parts of an ARN that are missing. */
export function resourceSelector(text: string): Selector {
  const whole = patternOf(text);
  const colons = whole.flatMap((part, i) => (part === ":" ? [i] : [])).slice(0, 5);
  const parts = [-1, ...colons].map((colon, i) => whole.slice(colon + 1, colons[i]));
  while (whole.at(-1) === "*" && parts.length < 6) parts.push(["*"]);
  return { whole, parts };
}

/** True for the selector of everything. */
export function isEverything({ whole }: Selector): boolean {
  return isEveryText(whole);
}

/**
 * True only when the outer selector has all that the inner one has. It must be so whether a wildcard
 * reaches over the colons of an ARN or not: AWS documents the one and is seen to do the other.
 */
export function hasAllOf(outer: Selector, inner: Selector): boolean {
  if (isEverything(outer)) return true;
  if (outer.parts.length !== inner.parts.length || !coversPattern(outer.whole, inner.whole)) return false;
  return outer.parts.every((part, i) => coversPattern(part, inner.parts[i] ?? []));
}

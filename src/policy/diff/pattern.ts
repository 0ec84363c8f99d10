import { coversAll, isStar } from "../../diagnostic/wildcards.js";

/**
 * A pattern of IAM in parts: a character, `?`, `*`, or a variable as a whole, `${aws:username}`. What
 * means the same is the same: `*` stands alone, and after every `?` of its run.
 */
export type Pattern = readonly string[];

/** A variable, with a default that may hold anything, or an escaped character; else one character. */
const part = /\$\{(?:[$*?]|[^${}']*(?:'[^']*'[^${}']*)*)\}|./gsu;

/** The parts of a text with wildcards and variables. */
export function patternOf(text: string): Pattern {
  const parts: string[] = [];
  for (const next of text.match(part) ?? []) {
    const isAfterStar = parts.at(-1) === "*";
    if (isAfterStar && next === "*") continue;
    if (isAfterStar && next === "?") parts.splice(-1, 0, next);
    else parts.push(next);
  }
  return parts;
}

/** True for `*` alone. */
export function isEveryText(pattern: Pattern): boolean {
  return pattern.length === 1 && pattern[0] === "*";
}

/**
 * True only when everything that the inner pattern stands for, the outer one does too, in the same letter
 * case. It is not found for every pair of which it is true.
 */
export function coversPattern(outer: Pattern, inner: Pattern): boolean {
  return coversAll(outer, inner, isStar, (o, i) => o === i || (o === "?" && isOneCharacter(i)));
}

/**
 * False only when nothing is of both patterns, in any letter case. Two that have wildcards are told apart by
 * how they begin and end: every other way takes too long for a document of hostile patterns.
 */
export function mayOverlap(a: Pattern, b: Pattern): boolean {
  if (isText(b)) return coversAll(a, b, isRun, isSame);
  if (isText(a)) return coversAll(b, a, isRun, isSame);
  return mayBeginAlike(a, b) && mayBeginAlike(a.toReversed(), b.toReversed());
}

function mayBeginAlike(a: Pattern, b: Pattern): boolean {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined || isRun(x) || isRun(y)) return true;
    if (!isSame(x, y)) return false;
  }
  return true;
}

function isText(pattern: Pattern): boolean {
  return pattern.every((part) => part !== "?" && isOneCharacter(part));
}

function isSame(x: string, y: string): boolean {
  return x === y || x === "?" || y === "?" || x.toLowerCase() === y.toLowerCase();
}

function isRun(text: string): boolean {
  return !isOneCharacter(text);
}

/** A variable is of any length, and how AWS counts what is not ASCII is not known. */
function isOneCharacter(text: string): boolean {
  return text.length === 1 && text >= " " && text <= "~" && text !== "*";
}

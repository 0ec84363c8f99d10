/**
 * Characters a terminal obeys or nobody sees: controls, line separators, zero-width and direction marks,
 * fillers and tags; not the selectors that choose the look of an emoji.
 */
export const invisible =
  /[\p{Cc}\p{Zl}\p{Zp}\ufff9-\ufffb]|(?![\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

/** Text that cannot move a cursor or hide: invisible characters are written as escapes, `\u001b`. */
export function visible(text: string): string {
  return text.replace(invisible, escaped);
}

/** As JSON writes it. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

/** True when a character of the text cannot be seen. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0;
}

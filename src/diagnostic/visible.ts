/** Characters a terminal obeys or nobody sees: controls, zero-width and direction marks. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text that cannot move a cursor or hide: invisible characters are written as escapes, `\u001b`. */
export function visible(text: string): string {
  return text.replace(invisible, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** True when a character of the text cannot be seen. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0;
}

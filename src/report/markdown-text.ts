import { visible } from "../diagnostic/visible.js";

/**
 * Characters that Markdown or HTML obeys, within a word or a line: `_` only at the edge of a word, the
 * colon of an address of the web, the dot of `www.`, and the `#` of a heading where the text begins.
 */
const obeyed =
  /[&<>\\`*[\]~|$]|(?<=^[\s#]{0,9})#(?=[\s#]|$)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=www)\./;

/** What GitHub turns into a mention of somebody, or a reference to an issue, wherever it stands but in code. */
const linked = /(?<![A-Za-z0-9])@|#(?=\d)|(?<=(?<![A-Za-z0-9])GH)-(?=\d)/;

const special = new RegExp(`(${linked.source})|${obeyed.source}`, "gi");

/**
 * Text as words of a line of Markdown, a cell of a table or an element of HTML. Entities are right in all
 * of them, but GitHub finds mentions in what they stand for: a space without width keeps it from that.
 */
export function markdownText(text: string): string {
  return visible(text).replace(special, (character: string, link: string | undefined) =>
    link === undefined ? `&#${character.charCodeAt(0)};` : `${character}&#8203;`,
  );
}

/** Text as code within a line: nothing in it is obeyed. Not for a cell of a table. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  const ticks = backticks(shown, 1);
  const pad = /^`|`$|^ .* $|^$/.test(shown) ? " " : "";
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** Lines as a block of code: nothing in them is obeyed. Nothing that cannot be seen may be in the lines. */
export function markdownBlock(language: string, lines: readonly string[]): string {
  const ticks = backticks(lines.join("\n"), 3);
  return `${ticks}${language}\n${lines.map((line) => `${line}\n`).join("")}${ticks}\n`;
}

/** More backticks than stand side by side in the text, but not fewer than `least`. */
function backticks(text: string, least: number): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  return "`".repeat(runs.reduce((longest, run) => Math.max(longest, run + 1), least));
}

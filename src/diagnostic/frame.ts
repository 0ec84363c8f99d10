import type { Span } from "./diagnostic.js";
import { invisible } from "./visible.js";

const tabWidth = 2;
const maxWidth = 120;

/**
 * The offending line with carets under it, as in compilers:
 *
 *     12 |   Developer:
 *        |   ^^^^^^^^^
 *
 * Empty when the text has no such line.
 */
export function codeFrame(text: string, span: Span): string {
  const raw = linesOf(text)[span.line - 1];
  if (raw === undefined) return "";
  const end = span.endLine === span.line ? span.endColumn : raw.length + 1;
  const from = span.column > maxWidth - 20 ? span.column - 20 : 1;
  const line = expand(raw.slice(from - 1, from - 1 + maxWidth));
  const before = expand(raw.slice(from - 1, span.column - 1)).length;
  const until = Math.min(Math.max(end, span.column + 1) - 1, span.column + maxWidth);
  const marked = expand(raw.slice(span.column - 1, until)).length;
  const carets = "^".repeat(Math.max(1, Math.min(marked, line.length - before)));
  const gutter = String(span.line);
  return `${gutter} | ${line}\n${" ".repeat(gutter.length)} | ${" ".repeat(before)}${carets}`;
}

/** Invisible characters would let a catalog write to the terminal, so they are shown as a middle dot. */
function expand(text: string): string {
  return text.replaceAll("\t", " ".repeat(tabWidth)).replace(invisible, (c) => "·".repeat(c.length));
}

let known: { readonly text: string; readonly lines: readonly string[] } = { text: "", lines: [""] };

/** Many findings in one long file would otherwise each take it apart. */
function linesOf(text: string): readonly string[] {
  if (known.text !== text) known = { text, lines: text.replace(/^\uFEFF/, "").split(/\r?\n/) };
  return known.lines;
}

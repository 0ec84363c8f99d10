import { type Document, Scalar, visit, type YAMLError } from "yaml";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { bounds } from "./bounds.js";

const hints: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: "use single quotes, or double the backslash",
  BAD_INDENT: "indent the keys of one map alike, deeper than the map's own key",
  BAD_SCALAR_START: "quote the value",
  BLOCK_AS_IMPLICIT_KEY: 'quote a value that has ": " in it',
  MISSING_CHAR: "close every quote and bracket; a key needs a colon and a space after it",
  MULTILINE_IMPLICIT_KEY: 'a key needs a colon after it, as in "name: value"; check the indentation too',
  TAB_AS_INDENT: "indent with spaces",
  UNEXPECTED_TOKEN: "quote a value that has special characters in it",
};

/** The library's errors, the first of each line: the others follow from it. */
export function syntaxErrors(
  documents: readonly Document[],
  spanAt: (start: number, end: number) => Span,
): readonly Diagnostic[] {
  const first = new Map<number, Diagnostic>();
  for (const { error, document } of documents.flatMap((d) =>
    d.errors.map((error) => ({ error, document: d })),
  )) {
    if (first.size === bounds.errors) break;
    const start = unclosedQuote(error, document) ?? error.pos[0];
    const span = spanAt(start, error.pos[1]);
    if (first.has(span.line)) continue;
    const message = error.message
      .replace(/\.$/, "")
      .replace(/"quote$/, "double quote")
      .replace(/'quote$/, "single quote");
    first.set(span.line, {
      code: "IDC101",
      severity: "error",
      message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      span,
      hint: hints[error.code] ?? null,
    });
  }
  return [...first.values()];
}

/** The library reports a missing quote at the end of the file; people look for where it opens. */
function unclosedQuote(error: YAMLError, document: Document): number | undefined {
  if (error.code !== "MISSING_CHAR" || !/quote$/.test(error.message)) return undefined;
  let opening: number | undefined;
  visit(document, {
    Scalar: (_key, node) => {
      const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
      if (isQuoted && node.range && node.range[1] >= error.pos[0]) opening = node.range[0];
    },
  });
  return opening;
}

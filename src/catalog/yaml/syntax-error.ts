import { type Document, type Range, Scalar, visit, type YAMLError } from "yaml";
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
  for (const { error, quoted } of documents.flatMap(withLastQuoted)) {
    if (first.size === bounds.errors) break;
    const start = openingQuote(error, quoted) ?? error.pos[0];
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

interface FoundError {
  readonly error: YAMLError;
  /** The offsets of the document's last text in quotes. */
  readonly quoted: Range | null;
}

function withLastQuoted(document: Document): readonly FoundError[] {
  if (document.errors.length === 0) return [];
  let quoted: Range | null = null;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (range && (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE)) quoted = range;
    },
  });
  return document.errors.map((error) => ({ error, quoted }));
}

/** The library reports a missing quote at the end of the file; people look for where it opens. */
function openingQuote(error: YAMLError, quoted: Range | null): number | undefined {
  const isMissing = error.code === "MISSING_CHAR" && /quote$/.test(error.message);
  return isMissing && quoted !== null && quoted[1] >= error.pos[0] ? quoted[0] : undefined;
}

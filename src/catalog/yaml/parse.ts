import { type Document, LineCounter, parseAllDocuments } from "yaml";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { convert } from "./convert.js";
import { expandedSize, type Node } from "./node.js";
import { syntaxErrors } from "./syntax-error.js";

export interface ParsedYaml {
  /** Null when the text has syntax errors; an empty document is an empty map. */
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Far above any real catalog; a few nested aliases can stand for more values than fit into memory. */
const maxValues = 2_000_000;

/** Parses YAML 1.2 (core schema, with merge keys) into located nodes. Never throws. */
export function parseYaml(text: string, file: string): ParsedYaml {
  const spanAt = spans(text, file);
  try {
    return parse(text, spanAt);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: null, diagnostics: [problem("the file is nested too deeply", spanAt(0, 0), null)] };
  }
}

function parse(text: string, spanAt: (start: number, end: number) => Span): ParsedYaml {
  const parsed = parseAllDocuments(text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
    version: "1.2",
    schema: "core",
    resolveKnownTags: false,
  });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const errors = syntaxErrors(documents, spanAt);
  if (errors.length > 0) return { root: null, diagnostics: errors };
  const [first, second] = documents;
  if (second !== undefined) {
    const start = second.range?.[0] ?? 0;
    const hint = 'keep one document, without "---" between parts';
    const several = problem("more than one YAML document in this file", spanAt(start, start), hint);
    return { root: null, diagnostics: [several] };
  }
  if (first === undefined || first.contents === null) {
    return { root: { kind: "map", entries: new Map(), tag: null, span: spanAt(0, 0) }, diagnostics: [] };
  }
  const converted = convert(first.contents as Parameters<typeof convert>[0], spanAt);
  if (expandedSize(converted.root) <= maxValues) return converted;
  const hint = "aliases of aliases multiply: write the values once";
  const large = problem(`the aliases stand for more than ${maxValues} values`, converted.root.span, hint);
  return { root: null, diagnostics: [large] };
}

/** Offsets of the text to places in the file, never outside it. */
function spans(text: string, file: string): (start: number, end: number) => Span {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
  // A byte order mark has no column.
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  return (start, end) => {
    const from = lines.linePos(Math.min(Math.max(start, mark), text.length));
    const to = lines.linePos(Math.min(Math.max(end, start + 1, mark), text.length));
    const column = (at: { line: number; col: number }): number => at.col - (at.line === 1 ? mark : 0);
    return { file, line: from.line, column: column(from), endLine: to.line, endColumn: column(to) };
  };
}

function problem(message: string, span: Span, hint: string | null): Diagnostic {
  return { code: "IDC101", severity: "error", message, span, hint };
}

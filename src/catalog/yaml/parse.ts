import { type Document, LineCounter, parseAllDocuments, type YAMLError } from "yaml";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { convert } from "./convert.js";
import type { Node } from "./node.js";

export interface ParsedYaml {
  /** Null when the text has syntax errors; an empty document is an empty map. */
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses YAML 1.2 (core schema, with merge keys) into located nodes. Reports every syntax error. */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
    version: "1.2",
  });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const spanAt = (start: number, end: number): Span => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(end, start + 1));
    return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  };
  const errors = documents.flatMap((d) => d.errors).map((e) => syntaxError(e, spanAt));
  const [first, second] = documents;
  if (second !== undefined)
    errors.push(severalDocuments(spanAt(second.range?.[0] ?? 0, second.range?.[0] ?? 0)));
  if (errors.length > 0) return { root: null, diagnostics: errors };
  if (first === undefined || first.contents === null) {
    return { root: { kind: "map", entries: new Map(), tag: null, span: spanAt(0, 0) }, diagnostics: [] };
  }
  return convert(first.contents as Parameters<typeof convert>[0], spanAt);
}

function syntaxError(error: YAMLError, spanAt: (start: number, end: number) => Span): Diagnostic {
  const message = error.message.replace(/\.$/, "");
  return {
    code: "IDC101",
    severity: "error",
    message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    span: spanAt(error.pos[0], error.pos[1]),
    hint: error.code === "TAB_AS_INDENT" ? "indent with spaces" : null,
  };
}

function severalDocuments(span: Span): Diagnostic {
  return {
    code: "IDC101",
    severity: "error",
    message: "more than one YAML document in this file",
    span,
    hint: 'keep one document, without "---" between parts',
  };
}

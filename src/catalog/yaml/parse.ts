import { Composer, type Document, LineCounter } from "yaml";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { type Budget, newBudget } from "./budget.js";
import { forbiddenCharacters } from "./characters.js";
import { convert } from "./convert.js";
import type { Node } from "./node.js";
import { syntaxErrors } from "./syntax-error.js";
import { boundedTokens, type Halt } from "./tokens.js";

export interface ParsedYaml {
  /** Null when the text has syntax errors; an empty document is an empty map. */
  readonly root: Node | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses YAML 1.2 (core schema, with merge keys) into located nodes, within a budget. Never throws. */
export function parseYaml(text: string, file: string, budget: Budget = newBudget()): ParsedYaml {
  const spanAt = spans(text, file);
  const forbidden = forbiddenCharacters(text, spanAt);
  if (forbidden.length > 0) return { root: null, diagnostics: forbidden };
  let halted: Halt | null = null;
  const tokens = boundedTokens(text, budget, (why) => {
    halted = why;
  });
  const documents = [...new Composer(options).compose(tokens)];
  return halted === null
    ? read(documents, spanAt, budget)
    : { root: null, diagnostics: [stopped(halted, spanAt)] };
}

const options = { prettyErrors: false, uniqueKeys: false, version: "1.2", schema: "core" } as const;

function read(
  documents: readonly Document.Parsed[],
  spanAt: (start: number, end: number) => Span,
  budget: Budget,
): ParsedYaml {
  const errors = syntaxErrors(documents, spanAt);
  if (errors.length > 0) return { root: null, diagnostics: errors };
  const [first, second] = documents;
  if (second !== undefined) {
    const start = second.range[0];
    const hint = 'keep one document, without "---" between parts';
    const several = problem("more than one YAML document in this file", spanAt(start, start), hint);
    return { root: null, diagnostics: [several] };
  }
  if (first === undefined || first.contents === null) {
    return { root: { kind: "map", entries: new Map(), tag: null, span: spanAt(0, 0) }, diagnostics: [] };
  }
  const converted = convert(first.contents as Parameters<typeof convert>[0], spanAt, budget);
  if (first.directives.yaml.version !== "1.1") return converted;
  return { ...converted, diagnostics: [olderVersion(spanAt(0, 0)), ...converted.diagnostics] };
}

function olderVersion(span: Span): Diagnostic {
  return {
    code: "IDC117",
    severity: "warning",
    message: "the file asks for YAML 1.1, and is read as YAML 1.2: only true and false are booleans",
    span,
    hint: "remove the %YAML line",
  };
}

function stopped({ offset, message, hint }: Halt, spanAt: (start: number, end: number) => Span): Diagnostic {
  return { code: "IDC116", severity: "error", message, span: spanAt(offset, offset), hint };
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

import { Ajv } from "ajv";
import { LineCounter } from "yaml";
import { locate } from "../catalog/schema/locate.js";
import { parseYaml } from "../catalog/yaml/parse.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import type { Directory } from "./directory.js";
import { jsonErrorOffset } from "./json-error.js";
import { ordered } from "./order.js";
import { duplicates, type Mistake, shapeMistake } from "./snapshot-mistakes.js";
import { snapshotSchema } from "./snapshot-schema.js";

/** A snapshot that was read: no directory when anything in it is wrong. */
export interface ParsedSnapshot {
  readonly directory: Directory | null;
  readonly diagnostics: readonly Diagnostic[];
}

const hint = "write it anew with `identity resolve`";

/** The text of a directory: sorted JSON with two spaces, the same bytes for the same facts in any order. */
export function formatSnapshot(directory: Directory): string {
  return `${JSON.stringify(ordered(directory), null, 2)}\n`;
}

/** Reads what `formatSnapshot` wrote. `file` is how the diagnostics name it. */
export function parseSnapshot(text: string, file: string): ParsedSnapshot {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { directory: null, diagnostics: [syntaxError(text, file, jsonErrorOffset(text) ?? text.length)] };
  }
  const validate = new Ajv({ allErrors: true, strict: true, verbose: true }).compile<Directory>(
    snapshotSchema,
  );
  const mistakes = validate(data) ? duplicates(data) : (validate.errors ?? []).map(shapeMistake);
  if (mistakes.length > 0) return { directory: null, diagnostics: explain(mistakes, text, file) };
  return { directory: ordered(data as Directory), diagnostics: [] };
}

function syntaxError(text: string, file: string, offset: number): Diagnostic {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines.addNewLine(i + 1);
  const { line, col } = lines.linePos(offset);
  const span = spanOf(file, line, col);
  const found = text.codePointAt(offset);
  const what = found === undefined ? "the text ends too early" : `unexpected ${name(found)}`;
  return { code: "IDC103", severity: "error", message: `not JSON: ${what}`, span, hint };
}

function name(codePoint: number): string {
  return JSON.stringify(String.fromCodePoint(codePoint));
}

/** JSON is YAML, so the YAML parser finds the places; it is slow, so only a bad snapshot pays for it. */
function explain(mistakes: readonly Mistake[], text: string, file: string): readonly Diagnostic[] {
  const { root } = parseYaml(text, file);
  return mistakes.map(({ path, message }) => ({
    code: "IDC205",
    severity: "error",
    message,
    // YAML forbids tabs that JSON allows: then the whole file is the place.
    span: root === null ? spanOf(file, 1, 1) : locate(root, path, root.span).span,
    hint,
  }));
}

function spanOf(file: string, line: number, column: number): Span {
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

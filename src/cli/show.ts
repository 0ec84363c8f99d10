import type { Ignored } from "../catalog/ignore/without-ignored.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { diagnosticsJson, diagnosticsText } from "../report/diagnostics.js";
import { nodeFiles } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Diagnostics for people, on stderr. */
export function showDiagnostics(
  shell: Shell,
  diagnostics: readonly Diagnostic[],
  ignored: readonly Ignored[] = [],
): void {
  const files = nodeFiles(shell.cwd);
  const texts = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    const text = texts.has(file) ? texts.get(file) : files.read(file).text;
    texts.set(file, text ?? null);
    return text ?? null;
  };
  shell.err(diagnosticsText(diagnostics, textOf, shell.paint, ignored));
}

/** How every verb but `validate` ends on diagnostics: said to people, and as JSON when that was asked for. */
export function stop(
  shell: Shell,
  diagnostics: readonly Diagnostic[],
  format: string,
  code: number,
  ignored: readonly Ignored[] = [],
): number {
  showDiagnostics(shell, diagnostics, ignored);
  if (format === "json") shell.out(diagnosticsJson(diagnostics, ignored));
  return code;
}

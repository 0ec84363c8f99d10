import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { diagnosticsJson, diagnosticsText } from "../report/diagnostics.js";
import { nodeFiles } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Diagnostics for people, on stderr. */
export function showDiagnostics(shell: Shell, diagnostics: readonly Diagnostic[]): void {
  const { read } = nodeFiles(shell.cwd);
  shell.err(diagnosticsText(diagnostics, read, shell.paint));
}

/** How every verb but `validate` ends on diagnostics: said to people, and as JSON when that was asked for. */
export function stop(shell: Shell, diagnostics: readonly Diagnostic[], format: string, code: number): number {
  showDiagnostics(shell, diagnostics);
  if (format === "json") shell.out(diagnosticsJson(diagnostics));
  return code;
}

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { diagnosticsJson, diagnosticsText } from "../report/diagnostics.js";
import { exit } from "./exit.js";
import { nodeFiles } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Diagnostics for people, on stderr. */
export function showDiagnostics(shell: Shell, diagnostics: readonly Diagnostic[]): void {
  const { read } = nodeFiles(shell.cwd);
  shell.err(diagnosticsText(diagnostics, read, shell.paint));
}

/** How every verb but `validate` ends on an invalid catalog. */
export function invalidCatalog(shell: Shell, diagnostics: readonly Diagnostic[], format: string): number {
  showDiagnostics(shell, diagnostics);
  if (format === "json") shell.out(diagnosticsJson(diagnostics));
  return exit.invalid;
}

/** How a verb ends that was refused for reasons that are not the catalog's. */
export function refused(shell: Shell, diagnostics: readonly Diagnostic[], format: string): number {
  invalidCatalog(shell, diagnostics, format);
  return exit.refused;
}

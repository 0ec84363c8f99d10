import { hasErrors } from "../../diagnostic/diagnostic.js";
import { count, diagnosticsJson } from "../../report/diagnostics.js";
import { exit } from "../exit.js";
import { loadAccess } from "../load-access.js";
import { type CatalogOptions, catalogFile } from "../options.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";

/** `identity validate`: every rule that needs no network. */
export function validate(shell: Shell, options: CatalogOptions & { readonly format: string }): number {
  const { diagnostics } = loadAccess(shell, options);
  const invalid = hasErrors(diagnostics);
  if (options.format === "json") shell.out(diagnosticsJson(diagnostics));
  else {
    showDiagnostics(shell, diagnostics);
    const found = diagnostics.length === 0 ? "" : ` (${count(diagnostics)})`;
    if (!invalid) shell.out(`${catalogFile(shell, options)} is valid${found}\n`);
  }
  return invalid ? exit.invalid : exit.done;
}

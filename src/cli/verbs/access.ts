import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { type AccessFormat, accessReports } from "../../report/access.js";
import { exit } from "../exit.js";
import { loadAccess } from "../load-access.js";
import type { CatalogOptions } from "../options.js";
import type { Shell } from "../shell.js";
import { invalidCatalog, refused, showDiagnostics } from "../show.js";

/** `identity access`: who has what, where, and the line that says so. */
export function access(shell: Shell, options: CatalogOptions & { readonly format: AccessFormat }): number {
  const { catalog, model, diagnostics } = loadAccess(shell, options);
  if (catalog === null) return invalidCatalog(shell, diagnostics, options.format);
  if (model === null) return refused(shell, asErrors(diagnostics), options.format);
  showDiagnostics(shell, diagnostics);
  shell.out(accessReports[options.format](model));
  return exit.done;
}

/** Without accounts `validate` only informs; a verb that has to expand them cannot go on. */
export function asErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((d) =>
    d.code === "IDC316"
      ? {
          ...d,
          severity: "error",
          message: "no accounts are known: the catalog has no account map and there is no directory",
        }
      : d,
  );
}

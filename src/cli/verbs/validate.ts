import { type Sifted, withoutIgnored } from "../../catalog/ignore/without-ignored.js";
import { hasErrors } from "../../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../../diagnostic/order.js";
import { count, diagnosticsJson } from "../../report/diagnostics.js";
import { diagnosticsGithub } from "../../report/github.js";
import { diagnosticsSarif } from "../../report/sarif.js";
import { exit } from "../exit.js";
import { loadAccess } from "../load-access.js";
import { type CatalogOptions, catalogFile } from "../options.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { version } from "../version.js";

/** `text` is for people; the others are for a program, on stdout. */
export type ValidateFormat = "text" | "json" | "sarif" | "github";

/** `identity validate`: every rule that needs no network. */
export function validate(
  shell: Shell,
  options: CatalogOptions & { readonly format: ValidateFormat },
): number {
  const { diagnostics: found, unused, ignores } = loadAccess(shell, options);
  const sifted = withoutIgnored([...found, ...unused].sort(compareDiagnostics), ignores);
  const invalid = hasErrors(sifted.diagnostics);
  write(shell, options.format, sifted, catalogFile(shell, options));
  return invalid ? exit.invalid : exit.done;
}

function write(shell: Shell, format: ValidateFormat, sifted: Sifted, file: string): void {
  const { diagnostics, ignored } = sifted;
  const counts = count(diagnostics, ignored);
  const verdict = `${file} is ${hasErrors(diagnostics) ? "not " : ""}valid`;
  const summary = `${verdict}${counts === "" ? "" : ` (${counts})`}\n`;
  if (format === "text") {
    showDiagnostics(shell, diagnostics, ignored);
    if (!hasErrors(diagnostics)) shell.out(summary);
  } else {
    shell.out(reports[format](sifted, file));
    if (format !== "json") shell.err(summary);
  }
}

const reports: Readonly<Record<Exclude<ValidateFormat, "text">, (sifted: Sifted, file: string) => string>> = {
  json: ({ diagnostics, ignored }) => diagnosticsJson(diagnostics, ignored),
  sarif: (sifted, file) => diagnosticsSarif(sifted, version, file),
  github: ({ diagnostics }) => diagnosticsGithub(diagnostics),
};

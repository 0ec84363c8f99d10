import type { Ignored, Sifted } from "../catalog/ignore/without-ignored.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { fingerprints } from "./fingerprints.js";
import { type SarifResult, type Suppression, sarifLog } from "./sarif-log.js";

/** The diagnostics and what comments ignore, as SARIF; see `sarifLog` for the rest. */
export function diagnosticsSarif(
  { diagnostics, ignored }: Sifted,
  version: string,
  catalogFile: string,
): string {
  const results = [
    ...diagnostics.map((diagnostic) => result(diagnostic, null)),
    ...ignored.map(({ diagnostic, by }) => result(diagnostic, suppression(by))),
  ];
  const fingerprint = fingerprints();
  return sarifLog(results, ({ diagnostic }) => fingerprint(diagnostic), version, catalogFile);
}

function result(diagnostic: Diagnostic, by: Suppression | null): SarifResult {
  const { message, hint } = diagnostic;
  return { diagnostic, lines: [message, ...(hint === null ? [] : [`→ ${hint}`])], suppression: by };
}

function suppression({ reason, span }: Ignored["by"]): Suppression {
  return { kind: "inSource", justification: reason, span };
}

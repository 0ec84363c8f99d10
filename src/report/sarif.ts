import type { Ignored, Sifted } from "../catalog/ignore/without-ignored.js";
import { codes } from "../diagnostic/codes.js";
import type { Diagnostic, Severity, Span } from "../diagnostic/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostic/order.js";
import { visible } from "../diagnostic/visible.js";
import { fingerprints } from "./fingerprints.js";

const levels = {
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

/** One finding, and the comment that ignores it, if one does. */
interface Finding {
  readonly diagnostic: Diagnostic;
  readonly by: Ignored["by"] | null;
}

/**
 * SARIF 2.1.0 (OASIS) with one run, for code scanning. Paths are relative to `%SRCROOT%`, the current
 * folder. `version` is the program's, `catalogFile` the place of findings that have none.
 */
export function diagnosticsSarif(
  { diagnostics, ignored }: Sifted,
  version: string,
  catalogFile: string,
): string {
  // GitHub refuses a whole log when one of its findings has no place.
  const start: Span = { file: catalogFile, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const findings: readonly Finding[] = [
    ...diagnostics.map((diagnostic) => ({ diagnostic, by: null })),
    ...ignored,
  ].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
  const ids = [...new Set(findings.map((f) => f.diagnostic.code))].sort(compareText);
  const fingerprint = fingerprints();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "identity", version, semanticVersion: version, rules: ids.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => ({
          ...result(finding, start),
          ruleIndex: ids.indexOf(finding.diagnostic.code),
          partialFingerprints: { "identityFinding/v1": fingerprint(finding.diagnostic) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(id: string): object {
  const { title = id, explanation = id } = codes[id] ?? {};
  const name = title.replace(/[^A-Za-z0-9]+(.?)/g, (_all, next: string) => next.toUpperCase());
  const text = { text: message(explanation) };
  return { id, name, shortDescription: { text: message(title) }, fullDescription: text, help: text };
}

function result({ diagnostic, by }: Finding, start: Span): object {
  const { code, severity, span, hint } = diagnostic;
  const text = message(
    hint === null ? visible(diagnostic.message) : `${visible(diagnostic.message)}\n→ ${visible(hint)}`,
  );
  const suppression =
    by === null
      ? {}
      : {
          suppressions: [
            { kind: "inSource", justification: visible(by.reason), location: location(by.span) },
          ],
        };
  return {
    ruleId: code,
    level: levels[severity],
    message: { text },
    locations: [location(span ?? start)],
    ...suppression,
  };
}

function location({ file, line, column, endLine, endColumn }: Span): object {
  const uri = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region } };
}

/** Braces are placeholders in a message of SARIF, and `[text](address)` is a link. */
function message(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("](", "] (");
}

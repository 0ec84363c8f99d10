import { codes } from "../diagnostic/codes.js";
import type { Diagnostic, Severity, Span } from "../diagnostic/diagnostic.js";
import { compareDiagnostics, compareText } from "../diagnostic/order.js";
import { visible } from "../diagnostic/visible.js";

/** What a log of SARIF says of one finding. */
export interface SarifResult {
  readonly diagnostic: Diagnostic;
  /** What is said of it: its message, and what comes below. */
  readonly lines: readonly string[];
  readonly suppression: Suppression | null;
}

/** Why a finding does not count: a comment beside it, or a file elsewhere (`external`). */
export interface Suppression {
  readonly kind: "inSource" | "external";
  readonly justification: string;
  /** Null when it is in no file that is named. */
  readonly span: Span | null;
}

const levels = {
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

/**
 * SARIF 2.1.0 (OASIS) with one run, for code scanning. Paths are relative to `%SRCROOT%`, the current
 * folder. `version` is the program's, `catalogFile` the place of findings that have none. `fingerprint` is
 * asked in the order of the log.
 */
export function sarifLog<R extends SarifResult>(
  results: readonly R[],
  fingerprint: (result: R) => string,
  version: string,
  catalogFile: string,
): string {
  // GitHub refuses a whole log when one of its findings has no place.
  const start: Span = { file: catalogFile, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const sorted = [...results].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
  const ids = [...new Set(sorted.map((r) => r.diagnostic.code))].sort(compareText);
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "identity", version, semanticVersion: version, rules: ids.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: sorted.map((result) => ({
          ...resultFields(result, start),
          ruleIndex: ids.indexOf(result.diagnostic.code),
          partialFingerprints: { "identityFinding/v1": fingerprint(result) },
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

function resultFields({ diagnostic, lines, suppression }: SarifResult, start: Span): object {
  const { code, severity, span } = diagnostic;
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message(lines.map(visible).join("\n")) },
    locations: [location(span ?? start)],
    ...(suppression === null ? {} : { suppressions: [suppressionFields(suppression)] }),
  };
}

function suppressionFields({ kind, justification, span }: Suppression): object {
  const place = span === null ? {} : { location: location(span) };
  return { kind, justification: visible(justification), ...place };
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

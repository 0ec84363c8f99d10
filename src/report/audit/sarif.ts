import type { AcceptedFinding } from "../../audit/audit-result.js";
import { type Finding, findingKey } from "../../audit/finding.js";
import { numberedHashes } from "../fingerprints.js";
import { type SarifResult, type Suppression, sarifLog } from "../sarif-log.js";
import type { AuditInput } from "./input.js";

interface AuditSarifResult extends SarifResult {
  readonly diagnostic: Finding;
}

/** Findings and what the baseline accepts, as SARIF; see `sarifLog` for the rest. */
export function auditSarif({ result: audit, version, catalogFile }: AuditInput): string {
  const results = [
    ...audit.findings.map((finding) => result(finding, null)),
    ...audit.accepted.map((accepted) => result(accepted.finding, suppression(accepted))),
  ];
  const fingerprint = numberedHashes();
  // What it is about, not its words: those may carry a number that grows from night to night.
  return sarifLog(results, ({ diagnostic }) => fingerprint(findingKey(diagnostic)), version, catalogFile);
}

function result(diagnostic: Finding, by: Suppression | null): AuditSarifResult {
  const { message, details, hint } = diagnostic;
  const lines = [message, ...details, ...(hint === null ? [] : [`→ ${hint}`])];
  return { diagnostic, lines, suppression: by };
}

function suppression({ reason, until }: AcceptedFinding): Suppression {
  return { kind: "external", justification: `${reason} (until ${until})`, span: null };
}

import type { AuditResult } from "../../audit/audit-result.js";
import { fitted } from "../fit.js";
import { markdownText } from "../markdown-text.js";
import type { Section } from "../section.js";
import { findingGroups, severities } from "./groups.js";
import { tableSection } from "./markdown-table.js";
import { remediesSection } from "./remedies.js";
import {
  auditedText,
  comparedText,
  findingsCount,
  provenText,
  quotasSentence,
  readingText,
  stateText,
} from "./sentences.js";
import { placeText, subjectCells } from "./subject.js";

/** GitHub takes 65,536 characters in an issue. */
const most = 65_535;

const about = ["Code", "Account", "Who", "Permission set", "Finding"] as const;

/** An audit for an issue or the summary of a step: counts, a table for each severity, what to do; cut when it is too long. */
export function auditMarkdown(result: AuditResult): string {
  const cellsOf = subjectCells(result);
  // What is rare comes first, so that a long list which is cut takes nothing but its own.
  const findings = findingGroups(result.findings)
    .sort((a, b) => a.findings.length - b.findings.length)
    .flatMap((group) => group.findings);
  const sections = [
    headSection(result),
    ...severities.flatMap((severity, i) => {
      const found = findings.filter((f) => f.severity === severity);
      const rows = found.map((f) => [f.code, ...cellsOf(f), f.message, placeText(f.span)]);
      return tableSection(i + 1, severity, [...about, "Where"], rows);
    }),
    ...acceptedSection(severities.length + 1, result),
    ...remediesSection(severities.length + 2, findings),
  ];
  return fitted(sections, most, "identity audit --format json");
}

/** Stands first and is kept before anything else. */
function headSection(result: AuditResult): Section {
  const proven = result.findings.length === 0 ? [provenText(result)] : [];
  const sentences = [
    ...proven,
    comparedText(result),
    quotasSentence(result),
    readingText(result.reading),
    stateText(result),
    auditedText(result),
  ];
  const text = [
    `### Audit: ${findingsCount(result)}\n\n`,
    ...sentences.map((sentence) => `- ${markdownText(sentence)}\n`),
    "\n",
  ].join("");
  return { rank: 0, before: "", entries: [{ text, count: 1 }], after: "", what: ["headline", "headlines"] };
}

function acceptedSection(rank: number, result: AuditResult): readonly Section[] {
  const cellsOf = subjectCells(result);
  const rows = result.accepted.map(({ finding, reason, until }) => [
    finding.code,
    ...cellsOf(finding),
    finding.message,
    reason,
    until,
  ]);
  return tableSection(rank, "accepted finding", [...about, "Reason", "Until"], rows);
}

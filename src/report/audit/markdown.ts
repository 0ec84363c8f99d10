import type { AuditResult } from "../../audit/audit-result.js";
import type { Finding } from "../../audit/finding.js";
import { severities } from "../../diagnostic/diagnostic.js";
import { fitted } from "../fit.js";
import { markdownText } from "../markdown-text.js";
import type { Section } from "../section.js";
import { type FindingGroup, findingGroups } from "./groups.js";
import { type TableRow, tableSection } from "./markdown-table.js";
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
import { placeText, type SubjectCells, subjectCells } from "./subject.js";

/** GitHub takes 65,536 characters in an issue. */
const most = 65_535;

/** Where everything is. */
const whole = "identity audit --format json";

/** So many findings of one code are shown, so that they leave room for the others. */
const mostOfCode = 100;

const about = ["Code", "Account", "Who", "Permission set", "Finding"] as const;

/** An audit for an issue or the summary of a step: counts, a table for each severity, what to do; cut when it is too long. */
export function auditMarkdown(result: AuditResult): string {
  const cellsOf = subjectCells(result);
  // What is rare comes first: if something is cut, it is what there is most of.
  const groups = findingGroups(result.findings).sort((a, b) => a.findings.length - b.findings.length);
  const sections = [
    headSection(result),
    ...severities.flatMap((severity, i) => {
      const rows = groups.filter((g) => g.severity === severity).flatMap((g) => groupRows(g, cellsOf));
      return tableSection(i + 1, [severity, `${severity}s`], [...about, "Where"], rows);
    }),
    ...acceptedSection(severities.length + 1, result),
    ...remediesSection(
      severities.length + 2,
      groups.flatMap(({ findings }) => findings.slice(0, mostOfCode)),
    ),
  ];
  return fitted(sections, most, whole);
}

function groupRows(
  { code, findings }: FindingGroup,
  cellsOf: (finding: Finding) => SubjectCells,
): readonly TableRow[] {
  const rows = findings.slice(0, mostOfCode).map((f) => ({
    cells: [f.code, ...cellsOf(f), f.message, placeText(f.span)],
    count: 1,
  }));
  const more = findings.length - rows.length;
  if (more === 0) return rows;
  return [...rows, { cells: [code, "", "", "", `${more} more: see ${whole}`, ""], count: more }];
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
  const rows = result.accepted.map(({ finding, reason, until }) => ({
    cells: [finding.code, ...cellsOf(finding), finding.message, reason, until],
    count: 1,
  }));
  return tableSection(rank, ["accepted finding", "accepted findings"], [...about, "Reason", "Until"], rows);
}

import type { AuditResult } from "../../audit/audit-result.js";
import { visible } from "../../diagnostic/visible.js";
import type { Paint } from "../paint.js";
import { groupText, severityText } from "./group-text.js";
import { type FindingGroup, findingGroups } from "./groups.js";
import type { AuditInput } from "./input.js";
import { alignedRows, moreLines, mostShown } from "./rows.js";
import {
  auditedText,
  comparedText,
  findingsCount,
  provenText,
  quotasSentence,
  readingText,
  stateText,
} from "./sentences.js";
import { isAboutOne, subjectCells } from "./subject.js";

/** An audit in a terminal: the worst first, few of each kind, and at the end all kinds and what the audit is worth. */
export function auditText({ result, paint }: AuditInput): string {
  const cellsOf = subjectCells(result);
  const groups = findingGroups(result.findings);
  const proven = groups.length === 0 ? [`${paint("green", provenText(result))}\n`] : [];
  const blocks = [
    ...groups.map((group) => groupText(group, cellsOf, paint)),
    ...proven,
    ...acceptedText(result, paint),
    ...kindsText(groups, paint),
    endText(result, paint),
  ];
  return blocks.join("\n");
}

function acceptedText(result: AuditResult, paint: Paint): readonly string[] {
  const { accepted } = result;
  if (accepted.length === 0) return [];
  const cellsOf = subjectCells(result);
  const rows = accepted.slice(0, mostShown).map(({ finding, reason, until }) => {
    const cells = cellsOf(finding);
    const why = isAboutOne(cells) ? reason : `${finding.message}: ${reason}`;
    return [`  until ${until}`, finding.code, ...cells, why];
  });
  const lines = [paint("bold", `accepted: ${accepted.length}`), ...alignedRows(rows)];
  return [[...lines, ...moreLines(accepted.length), ""].join("\n")];
}

/** How many of each kind there are, where a terminal ends; one kind needs no list. */
function kindsText(groups: readonly FindingGroup[], paint: Paint): readonly string[] {
  if (groups.length < 2) return [];
  const rows = alignedRows(groups.map(({ code, title, findings }) => [code, title, `${findings.length}`]));
  const lines = groups.map(
    ({ severity }, i) => `${severityText(severity, paint)}${" ".repeat(8 - severity.length)}${rows[i]}`,
  );
  return [[...lines, ""].join("\n")];
}

function endText(result: AuditResult, paint: Paint): string {
  const warn = (isWarning: boolean, text: string): string => (isWarning ? paint("yellow", text) : text);
  const lines = [
    `${paint("bold", findingsCount(result))}, ${comparedText(result)}`,
    visible(quotasSentence(result)),
    warn(!result.reading.complete, readingText(result.reading)),
    warn(!result.stateRead, stateText(result)),
    paint("dim", visible(auditedText(result))),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

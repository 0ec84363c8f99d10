import type { Finding } from "../../audit/finding.js";
import { counted } from "../../diagnostic/counted.js";
import type { Severity } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import type { Paint, Style } from "../paint.js";
import { type FindingGroup, sharedText } from "./groups.js";
import { alignedRows, moreLines, mostShown } from "./rows.js";
import { isAboutOne, placeText, type SubjectCells } from "./subject.js";

const colours = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, Style>;

/** The findings of one code: whom they are about, what is wrong and what is to be done, said once where it is the same. */
export function groupText(
  { code, severity, title, findings }: FindingGroup,
  cellsOf: (finding: Finding) => SubjectCells,
  paint: Paint,
): string {
  const message = sharedText(findings.map((f) => f.message));
  const hint = sharedText(findings.map((f) => f.hint));
  const shown = findings.slice(0, mostShown);
  const rows = alignedRows(shown.map((f) => headCells(f, cellsOf(f))));
  const blocks = shown.flatMap((finding, i) => [
    paint("bold", `  ${rows[i]}`),
    ...(message === null && isAboutOne(cellsOf(finding)) ? [`    ${visible(finding.message)}`] : []),
    ...finding.details.map((line) => `      ${detail(line, paint)}`),
    ...(hint === null ? hintLines(finding.hint, "    ", paint) : []),
  ]);
  const lines = [
    `${severityText(severity, paint)} ${paint("bold", `${code} ${title}`)}: ${counted(findings.length, "finding")}`,
    ...(message === null ? [] : [`  ${visible(message)}`]),
    ...blocks,
    ...moreLines(findings.length),
    ...hintLines(hint, "  ", paint),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The severity in its colour. */
export function severityText(severity: Severity, paint: Paint): string {
  return paint(colours[severity], severity);
}

/** Whom it is about and where that is written; what it says when it is about nobody in particular. */
function headCells({ message, span }: Finding, cells: SubjectCells): readonly string[] {
  return [...(isAboutOne(cells) ? cells : [message, "", ""]), placeText(span)];
}

/** A line of a diff in its colour. */
function detail(line: string, paint: Paint): string {
  if (line.startsWith("+ ")) return paint("green", visible(line));
  return line.startsWith("- ") ? paint("red", visible(line)) : visible(line);
}

function hintLines(hint: string | null, indent: string, paint: Paint): readonly string[] {
  return hint === null ? [] : [`${indent}${paint("bold", "→")} ${visible(hint)}`];
}

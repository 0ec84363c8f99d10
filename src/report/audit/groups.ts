import { grouped } from "../../access/grouped.js";
import type { Finding } from "../../audit/finding.js";
import { codes } from "../../diagnostic/codes.js";
import { type Severity, severities } from "../../diagnostic/diagnostic.js";
import { compareText } from "../../diagnostic/order.js";

/** The findings of one code and severity, in their order. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  /** What the code stands for. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Findings by severity, then code, so that many of one kind do not hide one of another. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  return severities.flatMap((severity) => {
    const same = findings.filter((f) => f.severity === severity);
    return grouped(same, (f) => f.code)
      .map((group) => {
        const { code } = group[0];
        return { code, severity, title: codes[code]?.title ?? code, findings: group };
      })
      .sort((a, b) => compareText(a.code, b.code));
  });
}

/** What all the texts are; null when they differ or are of one alone, which then says it itself. */
export function sharedText(texts: readonly (string | null)[]): string | null {
  const [first = null] = texts;
  return texts.length > 1 && texts.every((text) => text === first) ? first : null;
}

import { counted } from "../../diagnostic/counted.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { type GuardHit, guardDiagnostic } from "../../workflow/guards/guard.js";
import type { Broadening } from "../../workflow/summary/summary.js";
import { count } from "../diagnostics.js";
import { markdownCode, markdownText } from "../markdown-text.js";
import { collapsed, listed, type Section } from "../section.js";

/** The guards that were hit. */
export function guardsSection(rank: number, hits: readonly GuardHit[]): readonly Section[] {
  const verb = hits.length === 1 ? "needs" : "need";
  const title = `**${counted(hits.length, "guard")} ${verb} somebody's explicit word**`;
  const items = hits.map((hit) => `> ${findingItem(guardDiagnostic(hit))}`);
  return listed({
    rank,
    before: `> [!CAUTION]\n> ${title}\n>\n`,
    items,
    after: "\n",
    what: ["guard", "guards"],
  });
}

/** Why access is broadened. */
export function broadeningSection(rank: number, reasons: readonly Broadening[]): readonly Section[] {
  const items = reasons.map(({ kind, message }) => `- **${kind}**: ${markdownText(message)}\n`);
  const what = ["reason of it", "reasons of it"] as const;
  return listed({ rank, before: "**Access is broadened**\n\n", items, after: "\n", what });
}

export function errorsSection(rank: number, errors: readonly Diagnostic[]): readonly Section[] {
  const items = errors.map(findingItem);
  return listed({ rank, before: `**${count(errors)}**\n\n`, items, after: "\n", what: ["error", "errors"] });
}

/** Collapsed. */
export function warningsSection(rank: number, warnings: readonly Diagnostic[]): readonly Section[] {
  const [before, after] = collapsed(count(warnings));
  return listed({ rank, before, items: warnings.map(findingItem), after, what: ["warning", "warnings"] });
}

function findingItem({ code, message, span, hint }: Diagnostic): string {
  const place = span === null ? "" : `${markdownCode(`${span.file}:${span.line}:${span.column}`)}: `;
  const then = hint === null ? "" : ` → ${markdownText(hint)}`;
  return `- **${code}** ${place}${markdownText(message)}${then}\n`;
}

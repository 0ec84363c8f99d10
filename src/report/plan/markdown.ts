import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import type { GuardHit } from "../../workflow/guards/guard.js";
import type { Change, PlanSummary } from "../../workflow/summary/summary.js";
import { fitted } from "../fit.js";
import { markdownBlock, markdownCode, markdownText } from "../markdown-text.js";
import { listed, type Section } from "../section.js";
import { isSilent, planCount, silentText } from "./counts.js";
import { broadeningSection, errorsSection, guardsSection, warningsSection } from "./findings.js";
import type { RunFields } from "./json.js";
import type { Part } from "./part.js";
import { partSection } from "./part-sections.js";
import { countsText, partsByKind } from "./parts.js";

export interface PlanMarkdownInput {
  readonly summary: PlanSummary;
  readonly run: Pick<RunFields, "id" | "stack" | "createdAt">;
  /** False when AWS has what the catalog says. */
  readonly changes: boolean;
  readonly guards: readonly GuardHit[];
  /** Applies exactly this run. */
  readonly applyCommand: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** GitHub takes 65,536 characters in a comment. */
const most = 65_535;

/** What is shown first. */
const order = ["remove", "replace", "add", "change", "adopt"] as const satisfies readonly Change[];

/** What is kept first: one changed set may matter to more people than a hundred new grants. */
const ranks: Readonly<Record<Change, number>> = { remove: 4, replace: 5, change: 6, add: 7, adopt: 8 };

/** A plan for a pull request or the summary of a step: destroys first, cut by whole entries when it is too long. */
export function planMarkdown(input: PlanMarkdownInput): string {
  const { summary, guards, diagnostics } = input;
  const kinds = partsByKind(summary);
  const parts = order.flatMap((change) => kinds.flat().filter((part) => part.change === change));
  const errors = diagnostics.filter((d) => d.severity === "error");
  const warnings = diagnostics.filter((d) => d.severity !== "error");
  const sections = [
    ...whole("headline", `### ${markdownText(input.run.stack)}: ${headline(input, kinds)}\n\n`),
    ...guardsSection(1, guards),
    ...errorsSection(2, errors),
    ...broadeningSection(3, summary.broadening),
    ...parts.map((part) => partSection(ranks[part.change], part)),
    ...warningsSection(9, warnings),
    ...(input.changes ? whole("end", footer(input)) : []),
  ];
  return fitted(sections, most, "run.json of the run");
}

/** Text that is kept before any other. */
function whole(name: string, text: string): readonly Section[] {
  return listed({ rank: 0, before: "", items: [text], after: "", what: [name, `${name}s`] });
}

function headline({ summary, changes }: PlanMarkdownInput, kinds: readonly (readonly Part[])[]): string {
  if (!changes) return "no changes, AWS has what the catalog says";
  if (isSilent(summary)) return silentText;
  const broadened = summary.broadening.length > 0 ? "**yes**" : "no";
  return `${countsText(kinds)} · access broadened: ${broadened}`;
}

function footer({ summary, run, applyCommand }: PlanMarkdownInput): string {
  const about = `Run ${markdownCode(run.id)}, planned at ${markdownText(run.createdAt)}. Apply exactly this with:`;
  return `${planCount(summary)}\n\n${about}\n\n${markdownBlock("sh", [visible(applyCommand)])}`;
}

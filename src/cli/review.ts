import { join } from "node:path";
import { type Ignored, withoutIgnored } from "../catalog/ignore/without-ignored.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Paint } from "../report/paint.js";
import { planJson } from "../report/plan/json.js";
import { planMarkdown } from "../report/plan/markdown.js";
import { planText } from "../report/plan/text.js";
import { guardDiagnostic } from "../workflow/guards/guard.js";
import { unallowed } from "../workflow/guards/guards.js";
import type { Planned } from "../workflow/plan.js";
import type { Run } from "../workflow/run/run.js";
import { formatMinutes } from "../workflow/timing/format-minutes.js";
import type { Working } from "./in-workspace.js";
import { addToStepSummary } from "./step-summary.js";
import { applyCommand, type PlanFlags } from "./workspace-options.js";

/** What people and programs are shown of a plan. */
export interface Review {
  /** Warnings and infos of the plan, and guards that were lifted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly Ignored[];
  /** Guards that nobody lifted: the plan is not applied. */
  readonly guards: readonly Diagnostic[];
  text(paint: Paint): string;
  readonly markdown: string;
  /** The run as it is at the end: planned, or applied. */
  json(run: Run): string;
}

/** Reads a plan for people; leaves it as `summary.md` in the run's folder and in GitHub's step summary, when there is one. */
export async function review(working: Working, planned: Planned, flags: PlanFlags): Promise<Review> {
  const { shell, ports, warnings, ignores } = working;
  const { run, changes, summary, guards } = planned;
  const allowed = flags.allow ?? [];
  const held = unallowed(guards, allowed);
  const lifted = guards.filter((hit) => !held.includes(hit)).map(liftedGuard);
  const { diagnostics, ignored } = withoutIgnored([...planned.diagnostics, ...lifted], ignores);
  const all = [...warnings, ...diagnostics];
  const command = applyCommand(run.id, flags);
  const markdown = planMarkdown({
    summary,
    run,
    changes,
    guards: held,
    applyCommand: command,
    diagnostics: all,
  });
  await ports.files.write(join(planned.open.folder, "summary.md"), markdown);
  await addToStepSummary(shell, markdown);
  return {
    diagnostics,
    ignored,
    guards: held.map(guardDiagnostic),
    text: (paint) => (changes ? changesText(planned, paint) : "no changes: AWS has what the catalog says\n"),
    markdown,
    json: (final) => planJson({ run: final, changes, summary, guards, diagnostics: all }),
  };
}

function liftedGuard(hit: Planned["guards"][number]): Diagnostic {
  const { code, message, guard } = hit;
  return { code, severity: "warning", message, span: null, hint: `allowed by --allow ${guard}` };
}

function changesText({ summary, run }: Planned, paint: Paint): string {
  const seconds = run.timing.apply.predictedSeconds;
  const time = seconds === null ? "" : `Applying it takes ${formatMinutes(seconds)}.\n`;
  return `${planText(summary, paint)}${time}`;
}

import { withoutIgnored } from "../../catalog/ignore/without-ignored.js";
import type { Paint } from "../../report/paint.js";
import { planCount, planJson, planText } from "../../report/plan.js";
import { done, stopped } from "../../workflow/ended.js";
import { guardDiagnostic } from "../../workflow/guards/guard.js";
import { plan as makePlan, type Planned } from "../../workflow/plan.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { applyCommand, type WorkspaceFlags } from "../workspace-options.js";

/** `identity plan`: saves a run and shows what it would do. */
export function plan(outer: Shell, flags: WorkspaceFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, catalogHash, warnings, ignores }) => {
    const planned = await makePlan(ports, { catalog, catalogHash, stack: flags.stack, noBroadening: false });
    if (!planned.ok) return planned;
    const { run, changes, summary, guards } = planned.value;
    if (guards.length > 0) return stopped("refused", guards.map(guardDiagnostic));
    const { diagnostics, ignored } = withoutIgnored(planned.value.diagnostics, ignores);
    showDiagnostics(shell, diagnostics, ignored);
    if (flags.format === "json") shell.out(planJson(run, changes, summary, [...warnings, ...diagnostics]));
    else {
      shell.out(plannedText(shell.paintOut, planned.value));
      if (changes)
        shell.out(`\nRun ${run.id} is saved. Apply exactly this with: ${applyCommand(run.id, flags)}\n`);
    }
    return done(changes ? exit.found : exit.done);
  });
}

/** The plan as text for stdout. */
export function plannedText(paint: Paint, { changes, summary }: Planned): string {
  if (!changes) return "no changes: AWS has what the catalog says\n";
  const silent = summary.grants.length === 0 && summary.objects.length === 0;
  if (silent) return "access stays as it is: only names in Terraform's outputs change\n";
  return `${planText(summary, paint)}\n${planCount(summary)}\n`;
}

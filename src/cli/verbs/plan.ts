import { planCount, planJson, planText } from "../../report/plan.js";
import { done } from "../../workflow/ended.js";
import { plan as makePlan, type Planned } from "../../workflow/plan.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import type { WorkspaceFlags } from "../workspace-options.js";

/** `identity plan`: saves a run and shows what it would do. */
export function plan(outer: Shell, flags: WorkspaceFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, catalogHash }) => {
    const planned = await makePlan(ports, { catalog, catalogHash, stack: flags.stack });
    if (!planned.ok) return planned;
    const { run, changes, summary, diagnostics } = planned.value;
    showDiagnostics(shell, diagnostics);
    if (flags.format === "json") shell.out(planJson(run, changes, summary, diagnostics));
    else {
      shell.out(plannedText(shell, planned.value));
      const sandbox = flags.sandbox === true ? " --sandbox" : "";
      if (changes)
        shell.out(`\nRun ${run.id} is saved. Apply exactly this with: identity apply ${run.id}${sandbox}\n`);
    }
    return done(changes ? exit.found : exit.done);
  });
}

/** The plan as text for stdout. */
export function plannedText(shell: Shell, { changes, summary }: Planned): string {
  if (!changes) return "no changes: AWS has what the catalog says\n";
  return `${planText(summary, shell.paint)}\n${planCount(summary)}\n`;
}

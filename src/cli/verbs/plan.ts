import { done } from "../../workflow/ended.js";
import { plan as makePlan } from "../../workflow/plan.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import { review } from "../review.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { applyCommand, type PlanFlags, planInput } from "../workspace-options.js";

/** `identity plan`: saves a run and shows what it would do. */
export function plan(outer: Shell, flags: PlanFlags): Promise<number> {
  return inWorkspace(outer, flags, async (working) => {
    const { shell, ports } = working;
    const planned = await makePlan(ports, planInput(working, flags));
    if (!planned.ok) return planned;
    const { run, changes } = planned.value;
    const { diagnostics, ignored, guards, ...shown } = await review(working, planned.value, flags);
    showDiagnostics(shell, diagnostics, ignored);
    if (flags.format === "json") shell.out(shown.json(run));
    else if (flags.format === "markdown") shell.out(shown.markdown);
    else shell.out(`${shown.text(shell.paintOut)}${changes ? savedText(run.id, guards.length, flags) : ""}`);
    showDiagnostics(shell, guards);
    return done(guards.length > 0 ? exit.refused : changes ? exit.found : exit.done);
  });
}

function savedText(id: string, guards: number, flags: PlanFlags): string {
  if (guards > 0) return `\nRun ${id} is saved. It is applied only with the flags that these guards name:\n`;
  return `\nRun ${id} is saved. Apply exactly this with: ${applyCommand(id, flags)}\n`;
}

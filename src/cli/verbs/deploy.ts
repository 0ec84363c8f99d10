import { applyRun } from "../../workflow/apply.js";
import { done, type Ended, stopped } from "../../workflow/ended.js";
import { plan } from "../../workflow/plan.js";
import { verify } from "../../workflow/verify.js";
import { askYes } from "../ask-yes.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import { review } from "../review.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { applyCommand, type PlanFlags, planInput } from "../workspace-options.js";

/** `identity deploy`: plan, show, ask, apply that plan, plan again. */
export function deploy(outer: Shell, flags: PlanFlags & { readonly autoApprove?: boolean }): Promise<number> {
  return inWorkspace(outer, flags, async (working) => {
    const { shell, ports } = working;
    const planned = await plan(ports, planInput(working, flags));
    if (!planned.ok) return planned;
    const { run, changes, open, facts } = planned.value;
    const { diagnostics, ignored, guards, text, json } = await review(working, planned.value, flags);
    showDiagnostics(shell, diagnostics, ignored);
    const asJson = flags.format === "json";
    const show = asJson ? shell.err : shell.out;
    show(text(asJson ? shell.paint : shell.paintOut));
    if (guards.length > 0) return stopped("refused", guards);
    let final = run;
    if (changes) {
      const agreed =
        flags.autoApprove === true ? done(null) : await approve(shell, applyCommand(run.id, flags));
      if (!agreed.ok) return agreed;
      const applied = await applyRun(ports, run);
      if (!applied.ok) return applied;
      final = applied.value;
      const verified = await verify(ports, {
        open,
        directory: facts.directory,
        refresh: flags.refresh,
      });
      if (!verified.ok) return verified;
      show("\ndeployed, and planned again: no changes\n");
    }
    if (asJson) shell.out(json(final));
    return done(exit.done);
  });
}

function approve(shell: Shell, later: string): Promise<Ended<null>> {
  return askYes(shell, {
    question: "Apply this plan?",
    nobody: [
      "there is no terminal to ask for approval",
      `run "${later}" after review, or deploy with --auto-approve`,
    ],
    declined: ["declined: nothing was changed", `run "${later}" to apply this plan later`],
  });
}

import { withoutIgnored } from "../../catalog/ignore/without-ignored.js";
import { planJson } from "../../report/plan.js";
import { applyRun } from "../../workflow/apply.js";
import { done, type Ended, stopped } from "../../workflow/ended.js";
import { guardDiagnostic } from "../../workflow/guards/guard.js";
import { plan } from "../../workflow/plan.js";
import { verify } from "../../workflow/verify.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { applyCommand, type WorkspaceFlags } from "../workspace-options.js";
import { plannedText } from "./plan.js";

/** `identity deploy`: plan, show, ask, apply that plan, plan again. */
export function deploy(
  outer: Shell,
  flags: WorkspaceFlags & { readonly autoApprove?: boolean },
): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, catalogHash, warnings, ignores }) => {
    const planned = await plan(ports, { catalog, catalogHash, stack: flags.stack, noBroadening: false });
    if (!planned.ok) return planned;
    const { run, changes, summary, open, guards } = planned.value;
    if (guards.length > 0) return stopped("refused", guards.map(guardDiagnostic));
    const { diagnostics, ignored } = withoutIgnored(planned.value.diagnostics, ignores);
    showDiagnostics(shell, diagnostics, ignored);
    const json = flags.format === "json";
    const show = json ? shell.err : shell.out;
    show(plannedText(json ? shell.paint : shell.paintOut, planned.value));
    let final = run;
    if (changes) {
      const agreed =
        flags.autoApprove === true ? done(null) : await approve(shell, applyCommand(run.id, flags));
      if (!agreed.ok) return agreed;
      const applied = await applyRun(ports, run);
      if (!applied.ok) return applied;
      final = applied.value;
      const verified = await verify(ports, open);
      if (!verified.ok) return verified;
      show("\ndeployed, and planned again: no changes\n");
    }
    if (json) shell.out(planJson(final, changes, summary, [...warnings, ...diagnostics]));
    return done(exit.done);
  });
}

async function approve(shell: Shell, later: string): Promise<Ended<null>> {
  const refuse = (message: string, hint: string): Ended<null> =>
    stopped("refused", [{ code: "IDC409", severity: "error", message, span: null, hint }]);
  if (shell.ask === null) {
    const hint = `run "${later}" after review, or deploy with --auto-approve`;
    return refuse("there is no terminal to ask for approval", hint);
  }
  const answer = await shell.ask('\nApply this plan? Only "yes" is accepted: ');
  if (answer.trim() === "yes") return done(null);
  return refuse("declined: nothing was changed", `run "${later}" to apply this plan later`);
}

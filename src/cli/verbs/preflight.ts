import { diagnosticsJson } from "../../report/diagnostics.js";
import { done } from "../../workflow/ended.js";
import { preflight as check } from "../../workflow/preflight.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import type { WorkspaceFlags } from "../workspace-options.js";

/** `identity preflight`: everything that must hold before a plan, all problems at once. */
export function preflight(outer: Shell, flags: WorkspaceFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, warnings }) => {
    const ready = await check(ports, catalog, flags.stack);
    if (!ready.ok) return ready;
    await ports.discard(ready.value.run.folder);
    const { diagnostics, facts } = ready.value;
    if (flags.format === "json") shell.out(diagnosticsJson([...warnings, ...diagnostics]));
    else {
      showDiagnostics(shell, diagnostics);
      const { arn, region } = facts.directory.instance;
      shell.out(`ready to plan: ${arn} in ${region}, as ${facts.caller.arn}\n`);
    }
    return done(exit.done);
  });
}

import { withoutIgnored } from "../../catalog/ignore/without-ignored.js";
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
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, warnings, ignored, ignores }) => {
    const ready = await check(ports, catalog, flags.stack);
    if (!ready.ok) return ready;
    await ports.discard(ready.value.run.folder);
    const later = withoutIgnored(ready.value.diagnostics, ignores);
    if (flags.format === "json") {
      const all = [...warnings, ...later.diagnostics];
      shell.out(diagnosticsJson(all, [...ignored, ...later.ignored]));
    } else {
      showDiagnostics(shell, later.diagnostics, later.ignored);
      const { facts } = ready.value;
      const { arn, region } = facts.directory.instance;
      shell.out(`ready to plan: ${arn} in ${region}, as ${facts.caller.arn}\n`);
    }
    return done(exit.done);
  });
}

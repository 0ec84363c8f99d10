import { isNearlyFull } from "../../audit/quota-use.js";
import { withoutIgnored } from "../../catalog/ignore/without-ignored.js";
import { quotasJson, quotasText } from "../../report/quotas.js";
import { done } from "../../workflow/ended.js";
import { quotas as count } from "../../workflow/quotas.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { defaultStack, type WorkspaceFlags } from "../workspace-options.js";

/** `identity quotas`: how much of each quota is used, and what hits it next. */
export function quotas(outer: Shell, options: Omit<WorkspaceFlags, "stack">): Promise<number> {
  const flags = { ...options, stack: defaultStack };
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, ignores }) => {
    const counted = await count(ports, catalog);
    if (!counted.ok) return counted;
    const later = withoutIgnored(counted.value.diagnostics, ignores);
    showDiagnostics(shell, later.diagnostics, later.ignored);
    const { quotas } = counted.value;
    shell.out(flags.format === "json" ? quotasJson(quotas) : quotasText(quotas, shell.paintOut));
    return done(quotas.some(isNearlyFull) ? exit.found : exit.done);
  });
}

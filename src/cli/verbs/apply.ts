import { apply as applySaved } from "../../workflow/apply.js";
import { done } from "../../workflow/ended.js";
import { runText } from "../../workflow/run/run-json.js";
import { exit } from "../exit.js";
import { inWorkspace } from "../in-workspace.js";
import type { Shell } from "../shell.js";
import type { ApplyFlags } from "../workspace-options.js";

/** `identity apply [<run>]`: applies exactly a saved run, or refuses. */
export function apply(outer: Shell, runId: string | undefined, flags: ApplyFlags): Promise<number> {
  return inWorkspace(outer, flags, async ({ shell, ports, catalog, catalogHash }) => {
    const input = {
      catalog,
      catalogHash,
      stack: flags.stack,
      runId: runId ?? null,
      allowed: flags.allow ?? [],
    };
    const applied = await applySaved(ports, input);
    if (!applied.ok) return applied;
    shell.out(flags.format === "json" ? runText(applied.value) : `run ${applied.value.id} is applied\n`);
    return done(exit.done);
  });
}

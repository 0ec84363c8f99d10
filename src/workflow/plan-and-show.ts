import { type Outcome, ok } from "../terraform/outcome.js";
import type { PlanJson } from "../terraform/plan-json.js";
import type { Refresh } from "./bulk-refresh/refresh.js";
import { beganFrom } from "./bulk-refresh/same-state.js";
import type { OpenRun } from "./open-run.js";
import type { Ports, Step } from "./ports.js";
import { withForecast } from "./timing/with-forecast.js";

interface Shown {
  readonly changes: boolean;
  /** How the state was refreshed in the end. */
  readonly refresh: Refresh;
  readonly json: PlanJson;
}

/**
 * Plans into the run's plan file, and reads that file back. A state that somebody has written since it was compared is
 * planned on once more, with a full refresh.
 */
export async function planAndShow(
  ports: Ports,
  open: OpenRun,
  refresh: Refresh,
  predictedSeconds: number,
): Promise<Outcome<Shown>> {
  const step = ports.step(withForecast("Planning", predictedSeconds));
  const shown = await planInto(ports.runs.planFile(open.id), open, refresh, step);
  if (shown.ok && refresh === "bulk" && !beganFrom(open.state, shown.value.json)) {
    step.end("full refresh, because the state was written meanwhile");
    return planAndShow(ports, open, "full", predictedSeconds);
  }
  if (shown.ok) step.end(shown.value.changes ? "there are changes" : "no changes");
  else step.fail();
  return shown;
}

async function planInto(
  out: string,
  { terraform, state }: OpenRun,
  refresh: Refresh,
  step: Step,
): Promise<Outcome<Shown>> {
  const planned = await terraform.plan({
    out,
    refresh: refresh === "full",
    refreshTotal: state.resources.length,
    onProgress: (p) =>
      step.update(p.phase === "refreshing" ? `${p.done} of ${p.total ?? "?"} objects read` : ""),
  });
  if (!planned.ok) return planned;
  const shown = await terraform.showPlan(out);
  return shown.ok ? ok({ changes: planned.value.changes, refresh, json: shown.value }) : shown;
}

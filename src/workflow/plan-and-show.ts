import { type Outcome, ok } from "../terraform/outcome.js";
import type { PlanJson } from "../terraform/plan-json.js";
import type { OpenRun } from "./open-run.js";
import type { Ports, Step } from "./ports.js";
import { withForecast } from "./timing/with-forecast.js";

interface Shown {
  readonly changes: boolean;
  readonly json: PlanJson;
}

/** Plans into the run's plan file, and reads that file back. */
export async function planAndShow(
  ports: Ports,
  open: OpenRun,
  predictedSeconds: number,
): Promise<Outcome<Shown>> {
  const step = ports.step(withForecast("Planning", predictedSeconds));
  const shown = await planInto(ports.runs.planFile(open.id), open, step);
  if (shown.ok) step.end(shown.value.changes ? "there are changes" : "no changes");
  else step.fail();
  return shown;
}

async function planInto(out: string, { terraform, state }: OpenRun, step: Step): Promise<Outcome<Shown>> {
  const planned = await terraform.plan({
    out,
    refreshTotal: state.resources.length,
    onProgress: (p) =>
      step.update(p.phase === "refreshing" ? `${p.done} of ${p.total ?? "?"} objects read` : ""),
  });
  if (!planned.ok) return planned;
  const shown = await terraform.showPlan(out);
  return shown.ok ? ok({ changes: planned.value.changes, json: shown.value }) : shown;
}

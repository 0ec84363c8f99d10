import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AccessModel } from "../access/model.js";
import { awsProviderVersion } from "../access/provider-version.js";
import type { Catalog } from "../catalog/catalog.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { type Outcome, ok } from "../terraform/outcome.js";
import { type PlanJson, readPlan } from "../terraform/plan-json.js";
import { adopt } from "./adopt.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import type { Facts } from "./facts.js";
import { formerNames } from "./former-names.js";
import type { OpenRun } from "./open-run.js";
import type { Ports, Step } from "./ports.js";
import { preflight } from "./preflight.js";
import { createRun, type Run } from "./run/run.js";
import { noAccessIsRemade } from "./same-access.js";
import { type PlanSummary, summarize } from "./summary.js";

export interface PlanInput {
  readonly catalog: Catalog;
  /** SHA-256 over every catalog file that was read. */
  readonly catalogHash: string;
  readonly stack: string;
}

export interface Planned {
  readonly run: Run;
  readonly facts: Facts;
  readonly open: OpenRun;
  readonly changes: boolean;
  readonly summary: PlanSummary;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Preflight, synth, adoption, `terraform plan`; saves the run that `apply` applies. */
export async function plan(ports: Ports, input: PlanInput): Promise<Ended<Planned>> {
  const ready = await preflight(ports, input.catalog, input.stack);
  if (!ready.ok) return ready;
  const { facts, run: open, diagnostics } = ready.value;
  const adopted = await adopt(ports, facts, open);
  if (!adopted.ok) return adopted;
  const step = ports.step("Planning");
  const planned = await planAndShow(ports, open, step);
  if (!planned.ok) {
    step.fail();
    return terraformFailed(planned);
  }
  const { changes, json } = planned.value;
  const read = readPlan(json);
  const summary = summarize(read, facts.model, facts.directory, open.state);
  step.end(changes ? "there are changes" : "no changes");
  await ports.files.write(join(open.folder, "plan.json"), `${JSON.stringify(json)}\n`);
  const remade = noAccessIsRemade(read, {
    model: facts.model,
    moves: input.catalog.moves,
    formerNames: formerNames(json),
  });
  if (hasErrors(remade)) return stopped("refused", [...diagnostics, ...remade]);
  const run = createRun({
    id: open.id,
    createdAt: open.createdAt,
    stack: input.stack,
    instanceArn: facts.directory.instance.arn,
    catalogHash: input.catalogHash,
    modelHash: modelHash(facts.model),
    clock: facts.clock,
    planSha256: await ports.runs.sealPlan(open.id),
    terraformVersion: facts.terraformVersion,
    providerVersion: awsProviderVersion,
    summary: read.resourceCounts,
  });
  await ports.runs.save(run);
  return done({ run, facts, open, changes, summary, diagnostics });
}

/** Plans into the run's plan file, and reads that file back. */
async function planAndShow(
  ports: Ports,
  open: OpenRun,
  step: Step,
): Promise<Outcome<{ readonly changes: boolean; readonly json: PlanJson }>> {
  const planFile = ports.runs.planFile(open.id);
  const planned = await open.terraform.plan({
    out: planFile,
    refreshTotal: open.state.resources.length,
    onProgress: (p) =>
      step.update(p.phase === "refreshing" ? `${p.done} of ${p.total ?? "?"} objects read` : ""),
  });
  if (!planned.ok) return planned;
  const shown = await open.terraform.showPlan(planFile);
  return shown.ok ? ok({ changes: planned.value.changes, json: shown.value }) : shown;
}

/** SHA-256 of everything of the model that decides what is granted; places in files do not. */
export function modelHash(model: AccessModel): string {
  const grants = model.grants.map(({ sources: _sources, ...grant }) => grant);
  return createHash("sha256")
    .update(JSON.stringify({ ...model, grants }))
    .digest("hex");
}

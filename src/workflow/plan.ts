import { awsProviderVersion } from "../access/provider-version.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { type Outcome, ok } from "../terraform/outcome.js";
import { type PlanJson, readPlan } from "../terraform/plan-json.js";
import { adopt } from "./adopt.js";
import { done, type Ended, terraformFailed } from "./ended.js";
import type { Facts } from "./facts.js";
import { formerNames } from "./former-names.js";
import type { GuardHit } from "./guards/guard.js";
import type { OpenRun } from "./open-run.js";
import type { Ports, Step } from "./ports.js";
import { preflight } from "./preflight.js";
import { elapsedSeconds } from "./run/elapsed.js";
import { createRun, type Run } from "./run/run.js";
import { sealRun } from "./run/seal-run.js";
import { statePlace } from "./run/state-place.js";
import { usedFacts } from "./run/used-facts.js";
import { noAccessIsRemade } from "./same-access.js";
import { type PlanSummary, summarize } from "./summary.js";

export interface PlanInput {
  readonly catalog: Catalog;
  /** SHA-256 over every catalog file that was read. */
  readonly catalogHash: string;
  readonly stack: string;
  /** True when access must not be broadened (`--no-broadening`). */
  readonly noBroadening: boolean;
}

export interface Planned {
  readonly run: Run;
  readonly facts: Facts;
  readonly open: OpenRun;
  readonly changes: boolean;
  readonly summary: PlanSummary;
  /** Why the plan needs somebody's explicit word. */
  readonly guards: readonly GuardHit[];
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
  const begin = ports.now();
  const planned = await planAndShow(ports, open, step);
  if (!planned.ok) {
    step.fail();
    return terraformFailed(planned);
  }
  const { changes, json } = planned.value;
  const read = readPlan(json);
  const summary = summarize(read, facts.model, facts.directory, open.state);
  step.end(changes ? "there are changes" : "no changes");
  const remade = noAccessIsRemade(read, {
    model: facts.model,
    moves: input.catalog.moves,
    formerNames: formerNames(json),
  });
  const guards = remade.map(
    ({ code, message, hint }): GuardHit => ({ guard: "same-access", code, message, hint }),
  );
  const { id, createdAt } = open;
  const run = createRun({
    id,
    createdAt,
    stack: input.stack,
    clock: facts.clock,
    catalogHash: input.catalogHash,
    instanceArn: facts.directory.instance.arn,
    ...statePlace(facts.backend, ports.terraformWorkspace),
    ...(await sealRun(ports.runs, id, { plan: json, facts: usedFacts(facts.model, facts.directory) })),
    lockSha256: await ports.lockSha256(),
    terraformVersion: facts.terraformVersion,
    providerVersion: awsProviderVersion,
    summary: {
      grants: summary.grants,
      sets: [],
      groups: [],
      moved: [],
      others: [],
      broadening: [],
      resources: summary.resources,
    },
    guards,
    timing: {
      plan: { predictedSeconds: null, seconds: elapsedSeconds(begin, ports.now()) },
      apply: { predictedSeconds: null, seconds: null },
    },
  });
  await ports.runs.save(run);
  return done({ run, facts, open, changes, summary, guards, diagnostics });
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

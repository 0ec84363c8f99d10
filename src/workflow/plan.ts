import { awsProviderVersion } from "../access/provider-version.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { readPlan } from "../terraform/plan-json.js";
import { adopt } from "./adopt.js";
import { chooseRefresh } from "./bulk-refresh/choose-refresh.js";
import type { Refresh } from "./bulk-refresh/refresh.js";
import { readCallerUser } from "./caller-user.js";
import { done, type Ended, terraformFailed } from "./ended.js";
import type { Facts } from "./facts.js";
import { formerNames } from "./former-names.js";
import type { GuardHit } from "./guards/guard.js";
import { guardHits } from "./guards/guards.js";
import type { OpenRun } from "./open-run.js";
import { planAndShow } from "./plan-and-show.js";
import type { Ports } from "./ports.js";
import { preflight } from "./preflight.js";
import { elapsedSeconds } from "./run/elapsed.js";
import { createRun, type Run } from "./run/run.js";
import { sealRun } from "./run/seal-run.js";
import { statePlace } from "./run/state-place.js";
import { usedFacts } from "./run/used-facts.js";
import { summarizePlan } from "./summary/summarize-plan.js";
import type { PlanSummary } from "./summary/summary.js";
import { predictApply } from "./timing/predict-apply.js";
import { predictPlan } from "./timing/predict-plan.js";

export interface PlanInput {
  readonly catalog: Catalog;
  /** SHA-256 over every catalog file that was read. */
  readonly catalogHash: string;
  readonly stack: string;
  /** True when access must not be broadened (`--no-broadening`). */
  readonly noBroadening: boolean;
  /** How the state is to be refreshed (`--refresh`); `bulk` may end as `full`. */
  readonly refresh: Refresh;
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

/** Preflight, synth, adoption, `terraform plan`; saves the run that `apply` applies, whatever guards it hits. */
export async function plan(ports: Ports, input: PlanInput): Promise<Ended<Planned>> {
  const { catalog, catalogHash, stack, noBroadening, refresh: asked } = input;
  const ready = await preflight(ports, catalog, stack);
  if (!ready.ok) return ready;
  const { facts, run: open } = ready.value;
  const { model, directory, caller, clock, terraformVersion } = facts;
  const adopted = await adopt(ports, facts, open);
  if (!adopted.ok) return adopted;
  const who = await readCallerUser(ports.aws, caller, directory);
  if (!who.ok) return who;
  const chosen = await chooseRefresh(ports, asked, directory, open.state);
  const predictedSeconds = Math.round(predictPlan(open.state, chosen));
  const planned = await planAndShow(ports, open, chosen.refresh, predictedSeconds);
  if (!planned.ok) return terraformFailed(planned);
  const { changes, json, refresh } = planned.value;
  const read = readPlan(json);
  const summary = summarizePlan({ plan: read, model, catalog, directory, state: open.state });
  const guards = guardHits({
    ...{ plan: read, summary, model, directory, caller, callerUser: who.value.user },
    ...{ moves: catalog.moves, formerNames: formerNames(json), noBroadening },
  });
  const { id, createdAt } = open;
  const run = createRun({
    ...{ id, stack, createdAt, clock, catalogHash, terraformVersion, summary, guards, refresh },
    instanceArn: directory.instance.arn,
    ...statePlace(facts.backend, ports.terraformWorkspace),
    ...(await sealRun(ports.runs, id, { plan: json, facts: usedFacts(model, directory) })),
    lockSha256: await ports.lockSha256(),
    providerVersion: awsProviderVersion,
    timing: {
      plan: { predictedSeconds, seconds: elapsedSeconds(new Date(createdAt), ports.now()) },
      apply: { predictedSeconds: Math.round(predictApply(read)), seconds: null },
    },
  });
  await ports.runs.save(run);
  const diagnostics = [...ready.value.diagnostics, ...who.value.diagnostics];
  return done({ run, facts, open, changes, summary, guards, diagnostics });
}

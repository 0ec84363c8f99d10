import { awsProviderVersion } from "../access/provider-version.js";
import type { Catalog } from "../catalog/catalog.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import type { Progress } from "../terraform/progress.js";
import { preflightChecks } from "./checks/checks.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import { type Facts, gatherFacts } from "./facts.js";
import { type GuardName, guardDiagnostic } from "./guards/guard.js";
import { unallowed } from "./guards/guards.js";
import type { Ports, Step } from "./ports.js";
import { checkFacts, factsChanged } from "./run/check-facts.js";
import { checkRun, type RunNow } from "./run/check-run.js";
import { elapsedSeconds } from "./run/elapsed.js";
import { noGrantHasEnded } from "./run/ended-grants.js";
import { appliedRun, type Run } from "./run/run.js";
import { statePlace } from "./run/state-place.js";
import { withForecast } from "./timing/with-forecast.js";

export interface ApplyInput {
  readonly catalog: Catalog;
  readonly catalogHash: string;
  readonly stack: string;
  /** Null applies the newest run. */
  readonly runId: string | null;
  /** Guards that may be hit: `--allow`. */
  readonly allowed: readonly GuardName[];
}

/** Applies exactly a saved run, or refuses: facts are read anew and compared. */
export async function apply(ports: Ports, input: ApplyInput): Promise<Ended<Run>> {
  const loaded = input.runId === null ? await ports.runs.latest() : await ports.runs.load(input.runId);
  if (!loaded.ok) return stopped("refused", [loaded.diagnostic]);
  const { run } = loaded;
  // As of the plan, so that the two models are equal when nothing but time went by.
  const gathered = await gatherFacts(ports, input.catalog, run.clock);
  const sameCatalog = input.catalogHash === run.catalogHash;
  if (!gathered.ok) {
    if (gathered.why !== "invalid" || !sameCatalog) return gathered;
    // The catalog was valid when it was planned, so it is AWS that is another.
    const because = factsChanged(run, "the catalog does not fit it any more");
    return stopped("refused", [...gathered.diagnostics, because]);
  }
  const facts = gathered.value;
  const now = await runNow(ports, input, facts, run.id);
  const comparable = sameCatalog && now.files["facts.json"] === run.factsHash;
  const saved = comparable ? await ports.runs.read(run.id, "facts.json") : null;
  const diagnostics: readonly Diagnostic[] = [
    ...preflightChecks(facts),
    ...checkRun(run, now),
    ...checkFacts(run, saved, facts),
    ...noGrantHasEnded(run, facts.model, now.at),
    ...unallowed(run.guards, input.allowed).map(guardDiagnostic),
  ];
  if (hasErrors(diagnostics)) return stopped("refused", diagnostics);
  const prepared = await prepare(ports, run);
  return prepared.ok ? applyRun(ports, run) : prepared;
}

async function runNow(ports: Ports, input: ApplyInput, facts: Facts, id: string): Promise<RunNow> {
  return {
    ...statePlace(facts.backend, ports.terraformWorkspace),
    at: ports.now().toISOString(),
    stack: input.stack,
    catalogHash: input.catalogHash,
    terraformVersion: facts.terraformVersion,
    providerVersion: awsProviderVersion,
    lockSha256: await ports.lockSha256(),
    files: {
      "plan.tfplan": await ports.runs.sha256(id, "plan.tfplan"),
      "plan.json": await ports.runs.sha256(id, "plan.json"),
      "facts.json": await ports.runs.sha256(id, "facts.json"),
    },
  };
}

/** The run may come from another machine, where Terraform's data stayed. */
async function prepare(ports: Ports, run: Run): Promise<Ended<null>> {
  const step = ports.step("Preparing Terraform");
  const init = await ports.terraformIn(ports.runs.folder(run.id)).init();
  if (!init.ok) {
    step.fail();
    return terraformFailed(init);
  }
  step.end("ready");
  return done(null);
}

/** Applies a run that has just been planned or checked. */
export async function applyRun(ports: Ports, run: Run): Promise<Ended<Run>> {
  const terraform = ports.terraformIn(ports.runs.folder(run.id));
  const step = ports.step(withForecast("Applying", run.timing.apply.predictedSeconds));
  const begin = ports.now();
  const result = await terraform.apply(ports.runs.planFile(run.id), {
    onProgress: (p) => showProgress(step, p),
  });
  if (!result.ok) {
    step.fail();
    return terraformFailed(result);
  }
  const end = ports.now();
  const applied = appliedRun(run, end.toISOString(), elapsedSeconds(begin, end));
  await ports.runs.save(applied);
  step.end("done");
  return done(applied);
}

function showProgress(step: Step, { done: finished, total, currentAddresses }: Progress): void {
  const working = currentAddresses.length === 0 ? "" : `, ${currentAddresses.length} in progress`;
  step.update(`${finished} of ${total ?? "?"} changes${working}`);
}

import type { AccessModel } from "../access/model.js";
import type { Catalog } from "../catalog/catalog.js";
import { counted } from "../diagnostic/counted.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import type { Progress } from "../terraform/progress.js";
import { preflightChecks } from "./checks/checks.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import { gatherFacts } from "./facts.js";
import { modelHash } from "./plan.js";
import type { Ports, Step } from "./ports.js";
import { appliedRun, checkRun, type Run } from "./run/run.js";

export interface ApplyInput {
  readonly catalog: Catalog;
  readonly catalogHash: string;
  readonly stack: string;
  /** Null applies the newest run. */
  readonly runId: string | null;
}

/** Applies exactly a saved run, or refuses: facts are read anew and compared. */
export async function apply(ports: Ports, input: ApplyInput): Promise<Ended<Run>> {
  const loaded = input.runId === null ? await ports.runs.latest() : await ports.runs.load(input.runId);
  if (!loaded.ok) return stopped("refused", [loaded.diagnostic]);
  // As of the plan, so that the two models are equal when nothing but time went by.
  const gathered = await gatherFacts(ports, input.catalog, loaded.run.clock);
  if (!gathered.ok) return gathered;
  const facts = gathered.value;
  const diagnostics: readonly Diagnostic[] = [
    ...preflightChecks(facts),
    ...checkRun(loaded.run, {
      stack: input.stack,
      instanceArn: facts.directory.instance.arn,
      catalogHash: input.catalogHash,
      modelHash: modelHash(facts.model),
      planSha256: await ports.runs.planSha256(loaded.run.id),
      terraformVersion: facts.terraformVersion,
    }),
    ...endedSince(loaded.run, facts.model, ports.now().toISOString()),
  ];
  if (hasErrors(diagnostics)) return stopped("refused", diagnostics);
  return applyRun(ports, loaded.run);
}

/** Grants of the plan that should no longer be made. */
function endedSince(run: Run, { grants }: AccessModel, now: string): readonly Diagnostic[] {
  const ended = grants.filter((g) => g.expiresAt !== null && g.expiresAt <= now);
  const [first] = ended;
  if (first === undefined) return [];
  const others = ended.length === 1 ? "" : ` and ${counted(ended.length - 1, "other grant")}`;
  const message = `${first.permissionSet} of "${first.principalName}" in ${first.accountName}${others} ended since run ${run.id} was planned`;
  const hint = "plan again, look at it, and apply the new run";
  return [{ code: "IDC531", severity: "error", message, span: first.sources[0] ?? null, hint }];
}

/** Applies a run that has just been planned or checked. */
export async function applyRun(ports: Ports, run: Run): Promise<Ended<Run>> {
  const terraform = ports.terraformIn(ports.runs.folder(run.id));
  const step = ports.step("Applying");
  const result = await terraform.apply(ports.runs.planFile(run.id), {
    onProgress: (p) => showProgress(step, p),
  });
  if (!result.ok) {
    step.fail();
    return terraformFailed(result);
  }
  const applied = appliedRun(run, ports.now().toISOString());
  await ports.runs.save(applied);
  step.end("done");
  return done(applied);
}

function showProgress(step: Step, { done: finished, total, currentAddresses }: Progress): void {
  const working = currentAddresses.length === 0 ? "" : `, ${currentAddresses.length} in progress`;
  step.update(`${finished} of ${total ?? "?"} changes${working}`);
}

import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AccessModel } from "../access/model.js";
import { awsProviderVersion } from "../access/provider-version.js";
import type { Catalog } from "../catalog/catalog.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import type { TerraformProblem } from "../terraform/outcome.js";
import { readPlan } from "../terraform/plan-json.js";
import { createRun, type Run } from "../terraform/run.js";
import { adoptions, pairsToLookUp, setsToLookUp } from "./adoptions.js";
import { counted } from "./counted.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import type { Facts } from "./facts.js";
import type { OpenRun } from "./open-run.js";
import type { Ports } from "./ports.js";
import { preflight } from "./preflight.js";
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
  const planFile = ports.runs.planFile(open.id);
  const step = ports.step("Planning");
  const planned = await open.terraform.plan({
    out: planFile,
    refreshTotal: open.state.resources.length,
    onProgress: (p) =>
      step.update(p.phase === "refreshing" ? `${p.done} of ${p.total ?? "?"} objects read` : ""),
  });
  const shown = planned.ok ? await open.terraform.showPlan(planFile) : planned;
  if (!planned.ok || !shown.ok) {
    step.fail();
    return terraformFailed((planned.ok ? shown : planned) as { readonly problem: TerraformProblem });
  }
  const read = readPlan(shown.value);
  const summary = summarize(read, facts.model, facts.directory, open.state);
  step.end(planned.value.changes ? "there are changes" : "no changes");
  await ports.files.write(join(open.folder, "plan.json"), `${JSON.stringify(shown.value)}\n`);
  const remade = noAccessIsRemade(read, { folder: open.folder, stack: input.stack });
  if (hasErrors(remade)) return stopped("refused", [...diagnostics, ...remade]);
  const run = createRun({
    id: open.id,
    createdAt: open.createdAt,
    stack: input.stack,
    instanceArn: facts.directory.instance.arn,
    catalogHash: input.catalogHash,
    modelHash: modelHash(facts.model),
    clock: open.createdAt,
    planSha256: await ports.runs.sealPlan(open.id),
    terraformVersion: facts.terraformVersion,
    providerVersion: awsProviderVersion,
    summary: read.resourceCounts,
  });
  await ports.runs.save(run);
  return done({ run, facts, open, changes: planned.value.changes, summary, diagnostics });
}

/** Emits an `import` block for everything that is declared, exists and is not in the state. */
async function adopt(ports: Ports, facts: Facts, open: OpenRun): Promise<Ended<null>> {
  const { model, directory } = facts;
  const recorded = open.state.addresses;
  const names = setsToLookUp(model, recorded);
  const created = model.principals.some((p) => p.created);
  if (names.size === 0 && !created) return done(null);
  const step = ports.step("Looking for what exists already");
  const { arn } = directory.instance;
  const sets = await ports.aws.permissionSets(arn, names);
  const pairs = sets.ok ? pairsToLookUp(model, recorded, sets.value) : [];
  const assignments = sets.ok ? await ports.aws.assignments(arn, pairs) : sets;
  if (!sets.ok || !assignments.ok) {
    step.fail();
    return (sets.ok ? assignments : sets) as Ended<never>;
  }
  const found = adoptions(model, recorded, directory, sets.value, assignments.value);
  if (found.length > 0) await open.synthesize(found);
  step.end(found.length === 0 ? "nothing to adopt" : `${counted(found.length, "object")} to adopt`);
  return done(null);
}

/** SHA-256 of everything of the model that decides what is granted; places in files do not. */
export function modelHash(model: AccessModel): string {
  const grants = model.grants.map(({ sources: _sources, ...grant }) => grant);
  return createHash("sha256")
    .update(JSON.stringify({ ...model, grants }))
    .digest("hex");
}

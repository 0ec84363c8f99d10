import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { ResourceCounts } from "../../terraform/plan-json.js";

/** What a plan was made from: everything `apply` compares before it applies the plan. */
export interface RunFacts {
  readonly stack: string;
  /** Null when no directory was read. */
  readonly instanceArn: string | null;
  /** SHA-256 over the catalog and everything it includes, in hexadecimal. */
  readonly catalogHash: string;
  /** SHA-256 of the plan file, in hexadecimal. */
  readonly planSha256: string;
  /** Of the terraform binary, such as `1.11.4`; it applies no plan of another version. */
  readonly terraformVersion: string;
}

/** A saved plan that `apply` will apply, or refuse: `.identity/runs/<id>/run.json`. */
export interface Run extends RunFacts {
  readonly version: 1;
  /** UTC timestamp, then random: sorting by id is sorting by time. See `run-id.ts`. */
  readonly id: string;
  /** ISO-8601, UTC. */
  readonly createdAt: string;
  /** SHA-256 of the access model; null when it was not recorded. */
  readonly modelHash: string | null;
  /** The instant assignments were expired against, ISO-8601. */
  readonly clock: string;
  /** Of the AWS provider, such as `5.100.0`. */
  readonly providerVersion: string;
  readonly summary: ResourceCounts;
  /** ISO-8601 instant of a complete apply; null before. */
  readonly appliedAt: string | null;
}

/** A run that has just been planned. */
export function createRun(input: Omit<Run, "version" | "appliedAt">): Run {
  return { version: 1, ...input, appliedAt: null };
}

/** The run after a complete apply. */
export function appliedRun(run: Run, at: string): Run {
  return { ...run, appliedAt: at };
}

/** What is true at the moment of applying; a plan file that is gone has no hash. */
export type FactsNow = Omit<RunFacts, "planSha256"> & {
  readonly planSha256: string | null;
  readonly modelHash: string | null;
};

/** Every reason not to apply a run; none means that it may be applied. */
export function checkRun(run: Run, now: FactsNow): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(run, now) ?? []);
}

type Rule = (run: Run, now: FactsNow) => Diagnostic | null;

const rules: readonly Rule[] = [
  runIsNotApplied,
  planFileIsTheOnePlanned,
  catalogIsTheOnePlanned,
  directoryIsTheOnePlanned,
  instanceIsTheOnePlanned,
  stackIsTheOnePlanned,
  terraformIsTheOnePlanned,
];

function runIsNotApplied(run: Run): Diagnostic | null {
  if (run.appliedAt === null) return null;
  return refusal("IDC524", `run ${run.id} was already applied at ${run.appliedAt}`);
}

function planFileIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.planSha256 === run.planSha256) return null;
  const what = now.planSha256 === null ? "is missing" : "was changed since it was planned";
  return refusal("IDC521", `the plan file of run ${run.id} ${what}`);
}

function catalogIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.catalogHash === run.catalogHash) return null;
  return refusal("IDC522", `the catalog was changed since run ${run.id} was planned`);
}

/** The same catalog can mean something else: an account was renamed, a group was made anew. */
function directoryIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.modelHash === run.modelHash || now.catalogHash !== run.catalogHash) return null;
  return refusal(
    "IDC528",
    `accounts, groups or users of the catalog changed in AWS since run ${run.id} was planned`,
  );
}

function instanceIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.instanceArn === run.instanceArn) return null;
  const planned = run.instanceArn ?? "no instance";
  const found = now.instanceArn ?? "no instance";
  return refusal("IDC523", `run ${run.id} was planned for ${planned}, but this is ${found}`);
}

function stackIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.stack === run.stack) return null;
  return refusal("IDC525", `run ${run.id} belongs to stack "${run.stack}", not to "${now.stack}"`);
}

function terraformIsTheOnePlanned(run: Run, now: FactsNow): Diagnostic | null {
  if (now.terraformVersion === run.terraformVersion) return null;
  const message = `run ${run.id} was planned with terraform ${run.terraformVersion}, but this is ${now.terraformVersion}`;
  return refusal("IDC526", message);
}

function refusal(code: string, message: string): Diagnostic {
  return {
    code,
    severity: "error",
    message,
    span: null,
    hint: "plan again, look at it, and apply the new run",
  };
}

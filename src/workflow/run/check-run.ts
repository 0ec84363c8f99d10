import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import type { Run } from "./run.js";
import type { RunFile } from "./run-store.js";
import { placeText, type StatePlace } from "./state-place.js";

/** What is true at the moment of applying, and what AWS has nothing to do with. */
export interface RunNow extends StatePlace {
  /** ISO-8601 in UTC. */
  readonly at: string;
  readonly stack: string;
  readonly catalogHash: string;
  readonly terraformVersion: string;
  readonly providerVersion: string;
  readonly lockSha256: string;
  /** Hashes of the run's files; null for one that is gone. */
  readonly files: Readonly<Record<SealedFile, string | null>>;
}

/** Files of a run whose hashes are in `run.json`. */
export type SealedFile = Extract<RunFile, "plan.tfplan" | "plan.json" | "facts.json">;

/** Every reason not to apply a run, the facts of AWS aside; none means that it may be applied. */
export function checkRun(run: Run, now: RunNow): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(run, now));
}

/** A refusal of a run; its hint says how to get one that is applied. */
export function refusal(code: string, message: string, instead = ""): Diagnostic {
  const hint = `${instead}plan again with \`identity plan\`, look at it, and apply the new run`;
  return { code, severity: "error", message, span: null, hint };
}

type Rule = (run: Run, now: RunNow) => readonly Diagnostic[];

const rules: readonly Rule[] = [
  runIsNotApplied,
  runIsNotExpired,
  filesAreTheOnesPlanned,
  catalogIsTheOnePlanned,
  stackIsTheOnePlanned,
  stateIsTheOnePlanned,
  terraformIsTheOnePlanned,
  providerIsTheOnePlanned,
];

function runIsNotApplied(run: Run): readonly Diagnostic[] {
  if (run.appliedAt === null) return [];
  return [refusal("IDC524", `run ${run.id} was already applied at ${run.appliedAt}`)];
}

function runIsNotExpired(run: Run, { at }: RunNow): readonly Diagnostic[] {
  if (Date.parse(at) < Date.parse(run.expiresAt)) return [];
  return [refusal("IDC532", `run ${run.id} expired at ${run.expiresAt}`)];
}

function filesAreTheOnesPlanned(run: Run, { files }: RunNow): readonly Diagnostic[] {
  const planned: RunNow["files"] = {
    "plan.tfplan": run.planSha256,
    "plan.json": run.planJsonSha256,
    "facts.json": run.factsHash,
  };
  return (Object.keys(planned) as readonly SealedFile[]).flatMap((name) => {
    if (files[name] === planned[name]) return [];
    const what = files[name] === null ? "is missing" : "was changed since it was planned";
    return [refusal("IDC521", `${name} of run ${run.id} ${what}`)];
  });
}

function catalogIsTheOnePlanned(run: Run, { catalogHash }: RunNow): readonly Diagnostic[] {
  if (catalogHash === run.catalogHash) return [];
  return [refusal("IDC522", `the catalog was changed since run ${run.id} was planned`)];
}

function stackIsTheOnePlanned(run: Run, { stack }: RunNow): readonly Diagnostic[] {
  if (stack === run.stack) return [];
  const message = `run ${run.id} belongs to stack "${visible(run.stack)}", not to "${stack}"`;
  return [refusal("IDC525", message, "name its stack with --stack, or ")];
}

function stateIsTheOnePlanned(run: Run, now: RunNow): readonly Diagnostic[] {
  const [planned, found] = [placeText(run), placeText(now)];
  if (planned === found) return [];
  const message = `run ${run.id} was planned for the state in ${visible(planned)}, but this is ${visible(found)}`;
  return [refusal("IDC534", message, "use the backend and the TF_WORKSPACE it was planned with, or ")];
}

function terraformIsTheOnePlanned(run: Run, { terraformVersion }: RunNow): readonly Diagnostic[] {
  if (terraformVersion === run.terraformVersion) return [];
  const planned = visible(run.terraformVersion);
  const message = `run ${run.id} was planned with terraform ${planned}, but this is ${terraformVersion}`;
  return [refusal("IDC526", message, `apply it with terraform ${planned}, or `)];
}

function providerIsTheOnePlanned(run: Run, { providerVersion, lockSha256 }: RunNow): readonly Diagnostic[] {
  if (providerVersion === run.providerVersion && lockSha256 === run.lockSha256) return [];
  const message =
    providerVersion === run.providerVersion
      ? `run ${run.id} was planned with other checksums of the AWS provider ${providerVersion} than this program's`
      : `run ${run.id} was planned with the AWS provider ${visible(run.providerVersion)}, but this program has ${providerVersion}`;
  return [refusal("IDC533", message, "apply it with the version of this program that planned it, or ")];
}

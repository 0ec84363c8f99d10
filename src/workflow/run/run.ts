import type { Refresh } from "../bulk-refresh/refresh.js";
import type { GuardHit } from "../guards/guard.js";
import type { PlanSummary } from "../summary/summary.js";
import type { StatePlace } from "./state-place.js";

/** How long a run may be applied, in hours: planned on a Friday, it can be applied on the Monday after. */
const hoursToApply = 72;

/** A saved plan that `apply` will apply, or refuse: `.identity/runs/<id>/run.json`. See docs/json/run.schema.json. */
export interface Run extends StatePlace {
  readonly version: 2;
  /** UTC timestamp, then random: sorting by id is sorting by time. See `run-id.ts`. */
  readonly id: string;
  readonly stack: string;
  /** ISO-8601, UTC. */
  readonly createdAt: string;
  /** The instant from which on it is not applied, ISO-8601: 72 hours after `createdAt`. */
  readonly expiresAt: string;
  /** ISO-8601 instant of a complete apply; null before. */
  readonly appliedAt: string | null;
  /** The instant assignments were expired against, ISO-8601. */
  readonly clock: string;
  /** SHA-256 over the catalog and everything it includes, in hexadecimal, as every hash here. */
  readonly catalogHash: string;
  /** SHA-256 of `facts.json`: what of the directory was used. */
  readonly factsHash: string;
  readonly instanceArn: string;
  /** SHA-256 of the plan file. */
  readonly planSha256: string;
  /** SHA-256 of `plan.json`, the same plan to be read. */
  readonly planJsonSha256: string;
  /** SHA-256 of the provider lock that was put into the run's folder. */
  readonly lockSha256: string;
  /** Of the terraform binary, such as `1.11.4`; it applies no plan of another version. */
  readonly terraformVersion: string;
  /** Of the AWS provider, such as `5.100.0`. */
  readonly providerVersion: string;
  readonly summary: PlanSummary;
  /** Why the plan needs somebody's explicit word; empty for most. */
  readonly guards: readonly GuardHit[];
  /** How the state was refreshed for the plan in the end. */
  readonly refresh: Refresh;
  readonly timing: RunTiming;
}

/** How long planning and applying take. */
export interface RunTiming {
  readonly plan: Duration;
  readonly apply: Duration;
}

/** In seconds; null when it was not predicted, or is not over. */
export interface Duration {
  readonly predictedSeconds: number | null;
  readonly seconds: number | null;
}

/** A run that has just been planned. */
export function createRun(input: Omit<Run, "version" | "expiresAt" | "appliedAt">): Run {
  const expiresAt = new Date(Date.parse(input.createdAt) + hoursToApply * 3_600_000).toISOString();
  const { id, stack, createdAt, ...rest } = input;
  return { version: 2, id, stack, createdAt, expiresAt, appliedAt: null, ...rest };
}

/** The run after a complete apply that took `seconds`. */
export function appliedRun(run: Run, at: string, seconds: number): Run {
  const { timing } = run;
  return { ...run, appliedAt: at, timing: { ...timing, apply: { ...timing.apply, seconds } } };
}

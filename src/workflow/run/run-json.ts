import { asObject, type JsonObject, parseObject } from "../../terraform/json.js";
import type { ResourceCounts } from "../../terraform/plan-json.js";
import { refreshes } from "../bulk-refresh/refresh.js";
import { guardNames } from "../guards/guard.js";
import type { PlanSummary } from "../summary/summary.js";
import type { Run } from "./run.js";

/** A run read from its file, or why it cannot be one. */
export type ReadRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly reason: string };

/** The text of `run.json`. */
export function runText(run: Run): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

/** Reads `run.json` of the run `id`; every field has to be there and of its type, and more are allowed. */
export function readRun(text: string, id: string): ReadRun {
  const json = parseObject(text);
  if (json === null) return { ok: false, reason: "run.json is not JSON" };
  if (json.version !== 2) {
    return { ok: false, reason: `run.json has version ${JSON.stringify(json.version)}, and only 2 is known` };
  }
  const wrong = json.id === id ? Object.entries(fields).find(([name, fits]) => !fits(json[name]))?.[0] : "id";
  if (wrong !== undefined) return { ok: false, reason: `"${wrong}" in run.json is missing or wrong` };
  return { ok: true, run: json as JsonObject & Run };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isInstant: Check = (value) => isText(value) && !Number.isNaN(Date.parse(String(value)));
const isHash: Check = (value) => isText(value) && /^[0-9a-f]{64}$/.test(String(value));
const isSeconds: Check = (value) => value === null || (typeof value === "number" && value >= 0);

const fields: Readonly<Record<keyof Run, Check>> = {
  version: (value) => value === 2,
  id: isText,
  stack: isText,
  createdAt: isInstant,
  expiresAt: isInstant,
  appliedAt: (value) => value === null || isInstant(value),
  clock: isInstant,
  catalogHash: isHash,
  factsHash: isHash,
  instanceArn: isText,
  backend: isBackend,
  workspace: isText,
  planSha256: isHash,
  planJsonSha256: isHash,
  lockSha256: isHash,
  terraformVersion: isText,
  providerVersion: isText,
  summary: isSummary,
  guards: (value) => Array.isArray(value) && value.every(isGuardHit),
  refresh: (value) => refreshes.some((refresh) => refresh === value),
  timing: (value) => [asObject(value)?.plan, asObject(value)?.apply].every(isDuration),
};

function isBackend(value: unknown): boolean {
  const backend = asObject(value);
  if (!isText(backend?.type)) return false;
  return backend?.settings === null || asObject(backend?.settings) !== null;
}

function isGuardHit(value: unknown): boolean {
  const hit = asObject(value);
  const known = guardNames.some((name) => name === hit?.guard);
  return known && isText(hit?.code) && isText(hit?.message) && (hit?.hint === null || isText(hit?.hint));
}

function isDuration(value: unknown): boolean {
  const duration = asObject(value);
  return isSeconds(duration?.predictedSeconds) && isSeconds(duration?.seconds);
}

const lists: Readonly<Record<Exclude<keyof PlanSummary, "resources">, true>> = {
  grants: true,
  sets: true,
  groups: true,
  moved: true,
  others: true,
  broadening: true,
};
const counts: Readonly<Record<keyof ResourceCounts, true>> = {
  create: true,
  update: true,
  delete: true,
  replace: true,
  adopt: true,
  move: true,
  forget: true,
};

function isSummary(value: unknown): boolean {
  const summary = asObject(value);
  const resources = asObject(summary?.resources);
  return (
    Object.keys(lists).every((name) => Array.isArray(summary?.[name])) &&
    Object.keys(counts).every((name) => Number.isInteger(resources?.[name]))
  );
}

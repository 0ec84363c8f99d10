import { asObject, asText, type JsonObject, parseObject } from "../../terraform/json.js";
import type { ResourceCounts } from "../../terraform/plan-json.js";
import type { Run } from "./run.js";

/** A run read from its file, or why it cannot be one. */
export type ReadRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly reason: string };

/** The text of `run.json`. */
export function runText(run: Run): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

/** Reads `run.json` of the run `id`; every field has to be there and of its type. */
export function readRun(text: string, id: string): ReadRun {
  const json = parseObject(text);
  if (json === null) return { ok: false, reason: "run.json is not JSON" };
  if (json.version !== 1) {
    return { ok: false, reason: `run.json has version ${JSON.stringify(json.version)}, and only 1 is known` };
  }
  const wrong = wrongField(json, id);
  if (wrong !== null) return { ok: false, reason: `"${wrong}" in run.json is missing or wrong` };
  return { ok: true, run: json as JsonObject & Run };
}

const texts = [
  "createdAt",
  "stack",
  "catalogHash",
  "planSha256",
  "clock",
  "terraformVersion",
  "providerVersion",
] as const;
const textsOrNull = ["instanceArn", "modelHash", "appliedAt"] as const;
const counts: Readonly<Record<keyof ResourceCounts, true>> = {
  create: true,
  update: true,
  delete: true,
  replace: true,
  adopt: true,
  move: true,
  forget: true,
};

function wrongField(json: JsonObject, id: string): string | null {
  if (json.id !== id) return "id";
  for (const name of texts) if (asText(json[name]) === null) return name;
  if (Number.isNaN(Date.parse(asText(json.clock) ?? ""))) return "clock";
  for (const name of textsOrNull) if (json[name] !== null && asText(json[name]) === null) return name;
  const summary = asObject(json.summary);
  for (const name of Object.keys(counts)) if (!Number.isInteger(summary?.[name])) return `summary.${name}`;
  return null;
}

// Synth in bulk against one construct per assignment, as ratios of one run. Exits 1 when a target is missed.
// Needs `npm run build` first.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SPEED_UP_AT_LEAST = 3;
const TIMES_FOR_TEN_TIMES_AS_MANY = 12;
const PEAK_BYTES_BELOW = 1e9;

const script = join(import.meta.dirname, "synth-once.mjs");
const root = mkdtempSync(join(tmpdir(), "bench-synth-"));
try {
  const baseline = measure("baseline", 1_000);
  const ours = measure("ours", 1_000);
  const tenfold = measure("ours", 10_000);
  if (textOf("baseline", 1_000) !== textOf("ours", 1_000)) throw new Error("the two do not write the same");
  const results = [
    ["speed-up over one construct each", baseline.seconds / ours.seconds, "at least", SPEED_UP_AT_LEAST],
    ["120,000 against 12,000, time", tenfold.seconds / ours.seconds, "at most", TIMES_FOR_TEN_TIMES_AS_MANY],
    ["120,000, peak memory in GB", tenfold.peakBytes / 1e9, "at most", PEAK_BYTES_BELOW / 1e9],
  ];
  for (const [what, value, relation, limit] of results) {
    const ok = relation === "at least" ? value >= limit : value <= limit;
    console.log(`${ok ? "ok  " : "MISS"} ${what}: ${value.toFixed(2)} (${relation} ${limit})`);
    if (!ok) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true });
}

function measure(how, accounts) {
  const outdir = folderOf(how, accounts);
  mkdirSync(outdir);
  const args = [script, how, String(accounts), outdir];
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  const memory = `${(result.peakBytes / 1e6).toFixed(0)} MB`;
  console.log(`${how}, ${accounts * 12} assignments: ${result.seconds.toFixed(1)} s, ${memory}`);
  return result;
}

function folderOf(how, accounts) {
  return join(root, `${how}-${accounts}`);
}

/** What was written, without the comments CDKTF adds to each construct. */
function textOf(how, accounts) {
  const text = readFileSync(join(folderOf(how, accounts), "stacks", "aws-sso", "cdk.tf.json"), "utf8");
  return JSON.stringify(JSON.parse(text, (key, value) => (key === "//" ? undefined : value)));
}

// "identity validate" and "identity access" on 1,000 accounts with 110,000 grants, each in a process of its own, against
// a bare `yaml` parse of the same file. Prints medians; the machine decides the rest, so the exit code is always 0.
// Needs `npm run build` first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { catalogWithMap, catalogWithUnits, snapshot } from "./organization.mjs";

const RUNS = 5;
const SECONDS_BELOW = 3;
const PEAK_BYTES_BELOW = 600e6;
const TIMES_FOR_TEN_TIMES_AS_MANY = 12;
const TIMES_YAML = 4;

const usage = join(import.meta.dirname, "usage.mjs");
const main = join(import.meta.dirname, "..", "dist", "src", "cli", "main.js");
const parse = join(import.meta.dirname, "parse-yaml.mjs");
const root = mkdtempSync(join(tmpdir(), "bench-expand-"));
try {
  writeCatalogs("full", 200);
  writeCatalogs("tenth", 20);
  writeCatalogs("tiny", 1);
  const map = (size) => ["--catalog", `map-${size}.yaml`];
  const units = (size) => ["--catalog", `units-${size}.yaml`, "--directory", `directory-${size}.json`];
  const commands = {
    yaml: [parse, "map-full.yaml"],
    tiny: [main, "validate", ...map("tiny")],
    tenth: [main, "validate", ...map("tenth")],
    map: [main, "validate", ...map("full")],
    tenthOfUnits: [main, "validate", ...units("tenth")],
    units: [main, "validate", ...units("full")],
    json: [main, "access", "--format", "json", ...map("full")],
    csv: [main, "access", "--format", "csv", ...map("full")],
    text: [main, "access", "--format", "text", ...map("full")],
  };
  console.log(`load before: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);
  const of = measured(commands);
  for (const [name, { seconds, cpuSeconds, bytes }] of Object.entries(of))
    console.log(
      `${name.padEnd(12)} ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of CPU, ${(bytes / 1e6).toFixed(0)} MB`,
    );
  const verbs = { map: "validate, static map", units: "validate, units and tags" };
  for (const name of ["json", "csv", "text"]) verbs[name] = `access --format ${name}`;
  for (const [name, what] of Object.entries(verbs)) {
    report(`${what}, seconds`, of[name].seconds, SECONDS_BELOW);
    report(`${what}, against a bare yaml parse`, of[name].seconds / of.yaml.seconds, TIMES_YAML);
    report(`${what}, peak in MB`, of[name].bytes / 1e6, PEAK_BYTES_BELOW / 1e6);
  }
  // A tenth has a tenth of the accounts; what a catalog of one account per type takes is start-up and the sets.
  const growth = (full, tenth) => (full.seconds - of.tiny.seconds) / (tenth.seconds - of.tiny.seconds);
  const what = "validate of 1,000 accounts against 100, time without that of 5 accounts";
  report(`${what}, static map`, growth(of.map, of.tenth), TIMES_FOR_TEN_TIMES_AS_MANY);
  report(`${what}, units and tags`, growth(of.units, of.tenthOfUnits), TIMES_FOR_TEN_TIMES_AS_MANY);
} finally {
  rmSync(root, { recursive: true });
}

function writeCatalogs(size, accountsPerType) {
  writeFileSync(join(root, `map-${size}.yaml`), catalogWithMap(accountsPerType));
  writeFileSync(join(root, `units-${size}.yaml`), catalogWithUnits(accountsPerType));
  writeFileSync(join(root, `directory-${size}.json`), snapshot(accountsPerType));
}

/** The medians of each command, taken in turns, so that a busy machine slows all alike. */
function measured(commands) {
  const runs = Array.from({ length: RUNS }, () => Object.values(commands).map(measure));
  const entries = Object.keys(commands).map((name, i) => {
    const ofOne = (key) => median(runs.map((run) => run[i][key]));
    return [name, { seconds: ofOne("seconds"), cpuSeconds: ofOne("cpuSeconds"), bytes: ofOne("bytes") }];
  });
  return Object.fromEntries(entries);
}

function measure(args) {
  const stdio = ["ignore", "ignore", "pipe", "pipe"];
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ["--import", usage, ...args], {
    cwd: root,
    stdio,
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  const [, , stderr, used] = output;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return { seconds, ...JSON.parse(used) };
}

function report(what, value, limit) {
  console.log(`${value < limit ? "ok  " : "MISS"} ${what}: ${value.toFixed(2)} (below ${limit})`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

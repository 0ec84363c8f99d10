// Start-up of "identity validate" on the default catalog, against a bare `node -e "require('yaml')"`.
// Prints both medians; the machine decides the rest, so the exit code is always 0. Needs `npm run build` first.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const RUNS = 9;
const TIMES = 2;
const EXTRA_MS = 250;

const root = join(import.meta.dirname, "..");
const validate = [join(root, "dist", "src", "cli", "main.js"), "validate"];
const bare = ["-e", "require('yaml')"];

const times = { validate: [], bare: [] };
measure(validate);
measure(bare);
// Taken in turns, so that a busy machine slows both alike.
for (let n = 0; n < RUNS; n++) {
  times.validate.push(measure(validate));
  times.bare.push(measure(bare));
}
const ours = median(times.validate);
const yaml = median(times.bare);
const target = TIMES * yaml + EXTRA_MS;
console.log(
  `identity validate: ${ours.toFixed(0)} ms; require('yaml'): ${yaml.toFixed(0)} ms (medians of ${RUNS})`,
);
console.log(
  `${ours < target ? "ok  " : "MISS"} validate against twice require('yaml') + ${EXTRA_MS} ms: ${(ours / target).toFixed(2)} (below 1)`,
);

function measure(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

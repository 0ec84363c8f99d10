// One measurement in a process of its own: node bench/synth-once.mjs <ours|baseline> <accounts> <outdir>
import { synth } from "../dist/stacks/synth.js";
import { synthOneByOne } from "./baseline.mjs";
import { inputOf } from "./model.mjs";

const [how, accounts, outdir] = process.argv.slice(2);
const input = inputOf(Number(accounts));
const run = how === "ours" ? synth : synthOneByOne;
const start = performance.now();
await run(input, outdir);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }));

// An apply of BENCH_ASSIGNMENTS (default 300) assignments as `identity` runs Terraform, against Terraform's default
// settings, each against a sandbox of its own that throttles and takes its time like AWS, one after the other; then
// a plan without changes. Prints the ratio and what was predicted. About 10 minutes. Needs `npm run build` first.
import { subscribe } from "node:diagnostics_channel";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createClients } from "../dist/src/directory/clients.js";
import { readDirectory } from "../dist/src/directory/read-directory.js";
import { startSandbox } from "../dist/src/sandbox/server.js";
import { committedLockFile } from "../dist/src/terraform/lock-file.js";
import { findMirror, terraformPlatform } from "../dist/src/terraform/mirror.js";
import { nodeExec } from "../dist/src/terraform/node-exec.js";
import { nodeFileStore } from "../dist/src/terraform/node-file-store.js";
import { readPlan } from "../dist/src/terraform/plan-json.js";
import { createTerraform } from "../dist/src/terraform/terraform.js";
import { predictApply } from "../dist/src/workflow/timing/predict-apply.js";
import { predictPlan } from "../dist/src/workflow/timing/predict-plan.js";
import { synth } from "../dist/stacks/synth.js";
import { inputOf } from "./model.mjs";

const ASSIGNMENTS = Number(process.env.BENCH_ASSIGNMENTS ?? 300);
const PER_ACCOUNT = 12;
const REQUEST_MS = 100;
const CREATION_MS = 5_000;
const DEFAULT_PARALLELISM = 10;
const RATIO_BELOW = 1;

const root = mkdtempSync(join(tmpdir(), "bench-apply-"));
/** Answers that told the client to try again, by sandbox and operation. */
const refused = new Map();
subscribe("http.server.response.finish", ({ request, response }) => {
  if (response.statusCode < 400) return;
  const key = `${request.socket.localPort} ${request.headers["x-amz-target"]?.split(".")[1]}`;
  refused.set(key, (refused.get(key) ?? 0) + 1);
});
try {
  console.log(`${ASSIGNMENTS} assignments; load before: ${loadavg()[0]?.toFixed(1)}`);
  const ours = await measure("ours", {});
  const plain = await measure("default", { parallelism: DEFAULT_PARALLELISM });
  const ratio = ours / plain;
  console.log(
    `${ratio < RATIO_BELOW ? "ok  " : "MISS"} apply of ${ASSIGNMENTS}, ours against Terraform's default: ${ratio.toFixed(2)} (below ${RATIO_BELOW})`,
  );
} finally {
  rmSync(root, { recursive: true });
}

/** Applies everything anew; gives the seconds of the apply. */
async function measure(name, options) {
  const input = { ...inputOf(Math.ceil(ASSIGNMENTS / PER_ACCOUNT)) };
  const sandbox = await startSandbox({ statePath: null, seed: seedOf(input.model), latencyMs: CREATION_MS });
  try {
    const folder = join(root, name);
    mkdirSync(folder);
    const model = await withRealIds(input.model, sandbox.url);
    await synth({ ...input, backend: { type: "local", path: join(folder, "x.tfstate") }, model }, folder);
    const terraform = await terraformIn(join(folder, "stacks", input.stack), sandbox.url);
    const out = join(folder, "plan.tfplan");
    must(await terraform.init());
    must(await terraform.plan({ out }));
    const predicted = predictApply(readPlan(must(await terraform.showPlan(out))));
    const body = JSON.stringify({ operation: "*", count: 1e9, delayMs: REQUEST_MS });
    await fetch(`${sandbox.url}/_sandbox/faults`, { method: "POST", body });
    const seconds = await timed(async () => must(await terraform.apply(out, options)));
    await report(name, sandbox.url, seconds, predicted);
    const again = predictPlan(must(await terraform.state()));
    const planning = await timed(async () => {
      must(await terraform.init());
      if (must(await terraform.plan({ out })).changes) throw new Error("there is something left to do");
    });
    console.log(`${name}: planned again in ${planning.toFixed(0)} s, predicted ${again.toFixed(0)} s`);
    return seconds;
  } finally {
    await sandbox.close();
  }
}

/** The accounts and groups of the model, in the only organization the sandbox has. */
function seedOf({ managementAccountId, grants, principals }) {
  const accounts = [...new Map(grants.map((g) => [g.accountId, g])).values()];
  return {
    managementAccount: managementAccountId,
    accounts: accounts.map(({ accountId: id, accountName: name }) => ({ id, name, ou: "/" })),
    groups: principals.map(({ name }) => name),
    users: [],
  };
}

/** The first assignments of the model, with the ids that the sandbox has made up. */
async function withRealIds(model, endpoint) {
  const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
  const clients = createClients({ region: model.region, endpoint, credentials });
  const { instance, groups } = await readDirectory(clients, { region: model.region, tags: false });
  clients.close();
  const ids = new Map(groups.map(({ displayName, id }) => [displayName, id]));
  const principals = model.principals.map((p) => ({ ...p, id: ids.get(p.name) }));
  return { ...model, instance, principals, grants: model.grants.slice(0, ASSIGNMENTS) };
}

async function terraformIn(workdir, url) {
  const platform = terraformPlatform(process.platform, process.arch);
  const mirror = must(await findMirror(nodeFileStore, process.env, platform));
  const credentials = { AWS_ACCESS_KEY_ID: "bench", AWS_SECRET_ACCESS_KEY: "bench", AWS_PROFILE: undefined };
  return createTerraform({
    exec: nodeExec,
    env: { ...process.env, ...credentials, AWS_ENDPOINT_URL: url },
    workdir,
    dataDir: join(workdir, "data"),
    logFile: join(workdir, "terraform.log"),
    files: nodeFileStore,
    lockFile: committedLockFile(),
    mirror,
  });
}

async function report(name, url, seconds, predicted) {
  const { total, requests } = await (await fetch(`${url}/_sandbox/requests`)).json();
  const { port } = new URL(url);
  const again = [...refused].filter(([key]) => key.startsWith(`${port} `));
  const ofCreation = refused.get(`${port} CreateAccountAssignment`) ?? 0;
  const ofAll = again.reduce((sum, [, count]) => sum + count, 0);
  console.log(
    `${name}: ${seconds.toFixed(0)} s, predicted ${predicted.toFixed(0)} s; ` +
      `${requests["sso-admin.CreateAccountAssignment"]} creations asked for, ${ofCreation} of them refused; ` +
      `${total} requests, ${ofAll} refused; load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const [key, count] of again) console.log(`  ${key.split(" ")[1]}: ${count} refused`);
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function must(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error([outcome.problem.message, ...outcome.problem.errors.map((e) => e.detail)].join("\n"));
}

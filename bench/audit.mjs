// `identity audit` against `terraform plan` on BENCH_ASSIGNMENTS (default 3,000) assignments that exist, are in the
// state and drifted, each against a sandbox that lets 20 requests a second through, as AWS does. Prints calls,
// seconds and ratios, and that both found the same drift. About 6 minutes. Needs `npm run build` first.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DescribePermissionSetCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
  UpdatePermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import { createClients } from "../dist/src/directory/clients.js";
import { readDirectory } from "../dist/src/directory/read-directory.js";
import { startSandbox } from "../dist/src/sandbox/server.js";
import { committedLockFile } from "../dist/src/terraform/lock-file.js";
import { findMirror, terraformPlatform } from "../dist/src/terraform/mirror.js";
import { nodeExec } from "../dist/src/terraform/node-exec.js";
import { nodeFileStore } from "../dist/src/terraform/node-file-store.js";
import { createTerraform } from "../dist/src/terraform/terraform.js";

const ASSIGNMENTS = Number(process.env.BENCH_ASSIGNMENTS ?? 3_000);
const SETS = 10;
const GROUPS = 30;
const ACCOUNTS = ASSIGNMENTS / GROUPS;
const TIMES_FEWER_CALLS = 20;
const TIMES_LESS_TIME = 15;

const main = resolve("dist/src/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "bench-audit-"));
const statePath = join(folder, "aws.json");
const credentials = { accessKeyId: "bench", secretAccessKey: "bench" };
const numbers = (count) => Array.from({ length: count }, (_, n) => n);
const accountId = (n) => String(100_000_000_000 + n);
const setName = (n) => `Set${n}`;
/** Each group has a set in every account. */
const setOf = (group) => setName(group % SETS);
try {
  console.log(`${ASSIGNMENTS} assignments; load before: ${loadavg()[0]?.toFixed(1)}`);
  const run = await prepare();
  const sandbox = await startSandbox({ statePath, throttle: true, latencyMs: 100 });
  try {
    const drift = await makeDrift(sandbox.url);
    const plan = await measure(sandbox.url, () => planned(run, sandbox.url));
    const audit = await measure(sandbox.url, () => audited(sandbox.url));
    say("terraform plan", plan);
    say("identity audit", audit);
    ratio("calls", plan.calls / audit.calls, TIMES_FEWER_CALLS);
    ratio("time", plan.seconds / audit.seconds, TIMES_LESS_TIME);
    same("terraform plan", await namesOf(plan.found, sandbox.url), drift.seenByBoth);
    same("identity audit", audit.found, [...drift.seenByBoth, ...drift.seenByAudit].sort());
  } finally {
    await sandbox.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Makes everything with the SDK and has the state adopt it; gives the folder of the run. */
async function prepare() {
  const seed = {
    managementAccount: accountId(0),
    accounts: numbers(ACCOUNTS).map((n) => ({ id: accountId(n), name: `account-${n}`, ou: "/" })),
    groups: numbers(GROUPS).map((n) => `Group${n}`),
    users: [],
  };
  const sandbox = await startSandbox({ statePath, seed, throttle: false, latencyMs: 0 });
  try {
    const world = await worldOf(sandbox.url);
    for (const n of numbers(SETS)) await world.makeSet(setName(n));
    for (const account of numbers(ACCOUNTS)) {
      await Promise.all(numbers(GROUPS).map((group) => world.give(accountId(account), setOf(group), group)));
    }
    world.close();
    writeCatalog();
    const deployed = await identity(sandbox.url, ["plan", "--format", "json"], 2);
    const { id } = JSON.parse(deployed).run;
    await identity(sandbox.url, ["apply", id, "--format", "json"], 0);
    return join(folder, ".identity/runs", id);
  } finally {
    await sandbox.close();
  }
}

function writeCatalog() {
  const groups = Object.fromEntries(
    numbers(GROUPS).map((n) => [`Group${n}`, { permission_sets: [setOf(n)] }]),
  );
  const vars = {
    enabled: true,
    region: "us-east-1",
    account_types: { all: { all: true } },
    account_type_assignments: { all: { groups } },
    permission_sets: Object.fromEntries(numbers(SETS).map((n) => [setName(n), { description: "Bench" }])),
  };
  mkdirSync(join(folder, "catalog"));
  const text = JSON.stringify({ components: { terraform: { "aws-sso": { vars } } } });
  writeFileSync(join(folder, "catalog/aws-sso.yaml"), text);
}

/** One grant less and one set changed, which both see; one grant more, and accounts that the change did not reach. */
async function makeDrift(url) {
  const world = await worldOf(url);
  await world.take(accountId(7), setOf(3), 3);
  await world.change(setName(4));
  await world.give(accountId(9), setOf(5), 6);
  world.close();
  return {
    seenByBoth: [`${accountId(7)} Group3 ${setOf(3)}`, setName(4)].sort(),
    seenByAudit: [`${accountId(9)} Group6 ${setOf(5)}`, setName(4)],
  };
}

async function planned(run, url) {
  const platform = terraformPlatform(process.platform, process.arch);
  const terraform = createTerraform({
    exec: nodeExec,
    env: environment(url),
    workdir: run,
    dataDir: join(folder, ".identity/terraform/aws-sso"),
    logFile: join(folder, "terraform.log"),
    files: nodeFileStore,
    lockFile: committedLockFile(),
    mirror: must(await findMirror(nodeFileStore, process.env, platform)),
  });
  const out = join(folder, "bench.tfplan");
  must(await terraform.plan({ out }));
  const { resource_changes: changes } = must(await terraform.showPlan(out));
  return changes.filter(({ change }) => change.actions[0] !== "no-op");
}

/** What a plan would do, in the names of the audit. */
async function namesOf(changes, url) {
  const world = await worldOf(url);
  world.close();
  return changes
    .map(({ type, change: { after } }) =>
      type === "aws_ssoadmin_permission_set"
        ? after.name
        : [after.target_id, world.groupOf(after.principal_id), world.setOf(after.permission_set_arn)].join(
            " ",
          ),
    )
    .sort();
}

async function audited(url) {
  const text = await identity(url, ["audit", "--format", "json", "--fail-on", "never"], 0);
  return JSON.parse(text)
    .findings.map(({ subject }) =>
      [subject.accountId, subject.principalName, subject.permissionSet]
        .filter((part) => part !== null)
        .join(" "),
    )
    .sort();
}

/** What a person has in hand: the SDK, and ids by name. */
async function worldOf(endpoint) {
  const clients = createClients({ region: "us-east-1", endpoint, credentials });
  const { instance, groups } = await readDirectory(clients, { region: "us-east-1", tags: false });
  clients.close();
  const { arn: InstanceArn } = instance;
  const sso = new SSOAdminClient({ region: "us-east-1", endpoint, credentials, maxAttempts: 10 });
  const arns = new Map();
  const { PermissionSets } = await sso.send(new ListPermissionSetsCommand({ InstanceArn }));
  for (const PermissionSetArn of PermissionSets) {
    const { PermissionSet } = await sso.send(
      new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }),
    );
    arns.set(PermissionSet.Name, PermissionSetArn);
  }
  const ids = new Map(groups.map(({ displayName, id }) => [displayName, id]));
  const nameOf = (map, value) => [...map].find(([, id]) => id === value)?.[0];
  const grant = (TargetId, set, group) => ({
    ...{ InstanceArn, TargetType: "AWS_ACCOUNT", TargetId, PermissionSetArn: arns.get(set) },
    ...{ PrincipalType: "GROUP", PrincipalId: ids.get(`Group${group}`) },
  });
  return {
    groupOf: (id) => nameOf(ids, id),
    setOf: (arn) => nameOf(arns, arn),
    async makeSet(Name) {
      const made = await sso.send(
        new CreatePermissionSetCommand({ InstanceArn, Name, Description: "Bench" }),
      );
      arns.set(Name, made.PermissionSet.PermissionSetArn);
    },
    change: (set) =>
      sso.send(
        new UpdatePermissionSetCommand({
          ...{ InstanceArn, PermissionSetArn: arns.get(set), Description: "Changed by hand" },
        }),
      ),
    give: (...who) => sso.send(new CreateAccountAssignmentCommand(grant(...who))),
    take: (...who) => sso.send(new DeleteAccountAssignmentCommand(grant(...who))),
    close: () => sso.destroy(),
  };
}

/** Seconds of the work, and the requests the sandbox answered meanwhile. */
async function measure(url, work) {
  const requests = async () => (await (await fetch(`${url}/_sandbox/requests`)).json()).total;
  const before = await requests();
  const start = performance.now();
  const found = await work();
  const seconds = (performance.now() - start) / 1000;
  return { found, seconds, calls: (await requests()) - before };
}

function environment(url) {
  const keys = { AWS_ACCESS_KEY_ID: "bench", AWS_SECRET_ACCESS_KEY: "bench", AWS_PROFILE: undefined };
  return { ...process.env, ...keys, AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: url };
}

/** Runs the command; gives its stdout. */
function identity(url, args, wanted) {
  const options = { cwd: folder, env: environment(url), stdio: ["ignore", "pipe", "inherit"] };
  const child = spawn(process.execPath, [main, ...args], options);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) =>
      code === wanted ? done(text) : failed(new Error(`${args.join(" ")} ended with ${code}\n${text}`)),
    );
  });
}

function say(name, { calls, seconds }) {
  console.log(`${name}: ${calls} requests, ${seconds.toFixed(1)} s; load ${loadavg()[0]?.toFixed(1)}`);
}

function ratio(what, times, least) {
  console.log(
    `${times >= least ? "ok  " : "MISS"} ${what}: ${times.toFixed(1)} times less (at least ${least})`,
  );
}

function same(name, found, expected) {
  const alike = JSON.stringify(found) === JSON.stringify(expected);
  console.log(`${alike ? "ok  " : "MISS"} ${name} found: ${found.join(", ")}`);
}

function must(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error([outcome.problem.message, ...outcome.problem.errors.map((e) => e.detail)].join("\n"));
}

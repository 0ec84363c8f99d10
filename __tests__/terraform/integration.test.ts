import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { committedLockFile } from "../../src/terraform/lock-file.js";
import { findMirror, terraformPlatform } from "../../src/terraform/mirror.js";
import { nodeExec } from "../../src/terraform/node-exec.js";
import { nodeFileStore } from "../../src/terraform/node-file-store.js";
import type { Outcome } from "../../src/terraform/outcome.js";
import { readPlan } from "../../src/terraform/plan-json.js";
import type { Progress } from "../../src/terraform/progress.js";
import { createTerraform, type Terraform, type TerraformOptions } from "../../src/terraform/terraform.js";

const hasTerraform = spawnSync("terraform", ["version"]).error === undefined;
const platform = terraformPlatform(process.platform, process.arch);
let folder = "";
let workdir = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "terraform-"));
  workdir = join(folder, "work");
  await mkdir(workdir);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function terraform(more: Partial<TerraformOptions> = {}): Terraform {
  return createTerraform({
    exec: nodeExec,
    // a CLI configuration that is missing makes Terraform print a warning box on stderr
    env: { ...process.env, TF_CLI_CONFIG_FILE: join(folder, "missing.tfrc") },
    workdir,
    dataDir: join(folder, "data"),
    logFile: join(folder, "terraform.log"),
    files: nodeFileStore,
    lockFile: committedLockFile(),
    mirror: null,
    lockTimeout: 0,
    ...more,
  });
}

/** Two resources; the second takes `seconds` to create. */
async function configure(input: string, seconds = 0, statePath = "../state/x.tfstate"): Promise<void> {
  const config = {
    terraform: { backend: { local: { path: statePath } } },
    resource: {
      terraform_data: {
        first: { input },
        second: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Terraform's template
          input: "${terraform_data.first.output}",
          provisioner: [{ "local-exec": { command: `sleep ${seconds}` } }],
        },
      },
    },
  };
  await writeFile(join(workdir, "cdk.tf.json"), JSON.stringify(config));
}

/** What the machine does when it runs out of memory. */
function killChildren(): void {
  spawnSync("pkill", ["-KILL", "-x", "terraform", "-P", String(process.pid)]);
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code} ${outcome.problem.message}`);
  return outcome.value;
}

function problem(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error("it worked");
  return outcome.problem;
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 20_000, interval: 50 }).toBe(true);
}

describe.skipIf(!hasTerraform)("the real terraform", () => {
  const plan = () => join(folder, "plan.tfplan");

  it("plans, shows, applies exactly that, and then finds nothing to do", async () => {
    await configure("one");
    const tf = terraform();
    value(await tf.init());
    expect(value(await tf.state()).resources).toEqual([]);
    expect(value(await tf.plan({ out: plan() }))).toEqual({ changes: true });
    const planned = readPlan(value(await tf.showPlan(plan())));
    expect(planned.resourceCounts.create).toBe(2);
    expect(planned.changes[0]?.after?.input).toBe("one");

    const steps: Progress[] = [];
    value(await tf.apply(plan(), { onProgress: (progress) => steps.push(progress) }));
    expect(steps.at(-1)).toMatchObject({ phase: "applied", done: 2, total: 2, errors: [] });
    const state = value(await tf.state());
    expect([...state.addresses]).toEqual(["terraform_data.first", "terraform_data.second"]);

    const refreshes: Progress[] = [];
    const onProgress = (progress: Progress) => refreshes.push(progress);
    expect(value(await tf.plan({ out: plan(), refreshTotal: 2, onProgress }))).toEqual({ changes: false });
    expect(refreshes.at(-1)).toMatchObject({ phase: "planned", done: 2, total: 2 });
    const log = await readFile(join(folder, "terraform.log"), "utf8");
    expect(log).toContain("$ terraform apply");
    expect(log).toContain("Unable to open CLI configuration file");
    expect(((await stat(join(folder, "terraform.log"))).mode & 0o777).toString(8)).toBe("600");
  });

  it("explains a stale plan", async () => {
    await configure("one");
    const tf = terraform();
    value(await tf.init());
    value(await tf.plan({ out: plan() }));
    value(await tf.apply(plan()));
    const stale = problem(await tf.apply(plan()));
    expect(stale).toMatchObject({ code: "IDC515", logFile: join(folder, "terraform.log") });
  });

  it("explains a lock that another run holds", async () => {
    await configure("one", 4);
    const tf = terraform();
    value(await tf.init());
    value(await tf.plan({ out: plan() }));
    let busy = false;
    const applying = tf.apply(plan(), {
      onProgress: (progress) => {
        busy ||= progress.currentAddresses.includes("terraform_data.second");
      },
    });
    await until(() => busy);
    const locked = problem(await tf.plan({ out: join(folder, "other.tfplan") }));
    expect(locked.code).toBe("IDC514");
    expect(locked.message).toMatch(
      /^the state is locked by \S+@\S+ since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(apply\), lock id [0-9a-f-]{36}$/,
    );
    value(await applying);
  });

  it("leaves a usable state when it is interrupted in the middle", async () => {
    await configure("one", 20);
    const stop = new AbortController();
    const tf = terraform({ signal: stop.signal });
    value(await tf.init());
    value(await tf.plan({ out: plan() }));
    const onProgress = (progress: Progress) => {
      if (progress.currentAddresses.includes("terraform_data.second")) stop.abort();
    };
    const interrupted = problem(await tf.apply(plan(), { onProgress }));
    expect(interrupted).toMatchObject({ code: "IDC518", message: "terraform apply was interrupted" });
    expect(problem(await tf.plan({ out: plan() })).code).toBe("IDC518");

    await configure("one");
    const again = terraform();
    expect(value(await again.state()).addresses).toContain("terraform_data.first");
    expect(value(await again.plan({ out: plan() }))).toEqual({ changes: true });
    value(await again.apply(plan()));
    expect(value(await again.plan({ out: plan() }))).toEqual({ changes: false });
  });

  it("killed from outside, says so, and the state is not left locked", async () => {
    await configure("one", 20);
    const tf = terraform();
    value(await tf.init());
    value(await tf.plan({ out: plan() }));
    const onProgress = (progress: Progress) => {
      if (progress.currentAddresses.includes("terraform_data.second")) killChildren();
    };
    expect(problem(await tf.apply(plan(), { onProgress }))).toMatchObject({
      code: "IDC510",
      message: "terraform apply was killed by SIGKILL",
    });
    await configure("one");
    expect(value(await terraform().plan({ out: plan() }))).toEqual({ changes: true });
  });

  it("explains a changed backend instead of starting from an empty state", async () => {
    await configure("one");
    const tf = terraform();
    value(await tf.init());
    await configure("one", 0, "../state/y.tfstate");
    expect(problem(await tf.init()).code).toBe("IDC519");
    expect(problem(await tf.plan({ out: plan() })).code).toBe("IDC519");
  });

  it("says that a folder is not initialized, that a plan cannot be shown, that nothing can be downloaded", async () => {
    await configure("one");
    const tf = terraform();
    expect(problem(await tf.plan({ out: plan() })).message).toBe("the working folder is not initialized");
    expect(problem(await tf.showPlan(plan()))).toMatchObject({
      code: "IDC510",
      message: "terraform show failed",
    });
    const provider = { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } };
    await writeFile(join(workdir, "cdk.tf.json"), JSON.stringify({ terraform: provider }));
    await mkdir(join(folder, "empty"));
    expect(problem(await terraform({ mirror: join(folder, "empty") }).init()).code).toBe("IDC513");
  });

  it("installs the AWS provider from the mirror of this machine, with the committed hashes", async (context) => {
    const mirror = value(await findMirror(nodeFileStore, process.env, platform));
    if (mirror === null) return context.skip();
    const provider = { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } };
    await writeFile(join(workdir, "cdk.tf.json"), JSON.stringify({ terraform: provider }));
    const tf = terraform({ mirror });
    value(await tf.init());
    const lock = await readFile(join(workdir, ".terraform.lock.hcl"), "utf8");
    expect(lock).toBe(await readFile(committedLockFile(), "utf8"));
    await writeFile(
      join(folder, "wrong.hcl"),
      lock.replaceAll(/"(h1|zh):[^"]*",/g, "").replace("[", `["h1:${"A".repeat(43)}="`),
    );
    expect(problem(await terraform({ mirror, lockFile: join(folder, "wrong.hcl") }).init())).toMatchObject({
      code: "IDC513",
      message: "the AWS provider that was found does not have the checksum of terraform.lock.hcl",
    });
  });

  it("says how to get terraform when it is missing", async () => {
    await configure("one");
    const outcome = await terraform({ env: { PATH: folder } }).init();
    expect(problem(outcome)).toMatchObject({ code: "IDC511", logFile: null });
  });
});

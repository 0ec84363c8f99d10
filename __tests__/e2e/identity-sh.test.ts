import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../workflows/identity.sh", import.meta.url));
const plan = {
  version: 1,
  run: { id: "20261124T064539123Z-0f835cec" },
  changes: true,
  summary: {
    grants: [
      {
        change: "remove",
        principalName: "DevOps",
        accountName: "plat-prod",
        permissionSet: "ReadOnlyAccess",
      },
      { change: "add", principalName: "Managers", accountName: "core-root", permissionSet: "RootAccess" },
    ],
    sets: [{ change: "change", permissionSet: "ReadOnlyAccess" }],
    broadened: true,
    broadening: [{ message: "Managers gets RootAccess" }, { message: "1 new grant" }],
    resources: { create: 3, adopt: 1 },
  },
};

/** Stands in for `npx`: writes its arguments down and answers as the environment says. */
const npx = `#!/bin/sh
echo "$@" >>"$CALLS"
case "$*" in
  *"identity plan"*) printf '%s' "$PLAN"; exit "$PLAN_CODE" ;;
  *) echo "applying on stdout"; exit "$APPLY_CODE" ;;
esac
`;

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "identity-sh-"));
  await writeFile(join(folder, "npx"), npx, { mode: 0o755 });
});
afterEach(() => rm(folder, { recursive: true }));

async function run(
  args: readonly string[],
  planCode: number,
  { applyCode = 0, output = JSON.stringify(plan) } = {},
) {
  const result = spawnSync("sh", [script, ...args], {
    // from anywhere, and without a terminal
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      CALLS: join(folder, "calls"),
      PLAN: output,
      PLAN_CODE: String(planCode),
      APPLY_CODE: String(applyCode),
    },
  });
  const calls = await readFile(join(folder, "calls"), "utf8").catch(() => "");
  return { ...result, calls: calls.split("\n").filter((line) => line !== "") };
}

const planCall = "--no -- identity plan --format json";
const applyCall = `--no -- identity apply ${plan.run.id}`;

describe.skipIf(process.platform === "win32")("workflows/identity.sh", () => {
  it("does nothing more when there are no changes", async () => {
    const { status, calls } = await run(["--apply"], 0, {
      output: JSON.stringify({ ...plan, changes: false }),
    });
    expect([status, calls]).toEqual([0, [planCall]]);
  });

  it("plans only, with a summary for people and the plan for programs", async () => {
    const { status, calls, stdout, stderr } = await run(["--plan-only"], 2);
    expect([status, calls]).toEqual([2, [planCall]]);
    expect(JSON.parse(stdout)).toEqual(plan);
    expect(stderr).toBe(
      "remove DevOps -> plat-prod: ReadOnlyAccess\nadd Managers -> core-root: RootAccess\n" +
        "change permission set ReadOnlyAccess\naccess broadened: Managers gets RootAccess; 1 new grant\n" +
        `create: 3, adopt: 1\nrun ${plan.run.id}\n`,
    );
  });

  it("applies exactly the run it planned, and keeps stdout to the plan", async () => {
    const { status, calls, stdout, stderr } = await run(["--apply", "--catalog", "a b.yaml"], 2);
    expect([status, calls]).toEqual([
      0,
      [`${planCall} --catalog a b.yaml`, `${applyCall} --catalog a b.yaml`],
    ]);
    expect(JSON.parse(stdout)).toEqual(plan);
    expect(stderr).toContain("applying on stdout");
  });

  it("asks the plan alone not to broaden access, and both to lift a guard", async () => {
    const { status, calls } = await run(["--apply", "--no-broadening", "--allow", "removals"], 2);
    expect([status, calls]).toEqual([
      0,
      [
        "--no -- identity plan --format json --no-broadening --allow removals",
        `${applyCall} --allow removals`,
      ],
    ]);
  });

  it("refuses to apply when nobody can be asked", async () => {
    const { status, calls, stderr } = await run([], 2);
    expect([status, calls]).toEqual([4, [planCall]]);
    expect(stderr).toContain("nobody to ask");
  });

  it.each([1, 3, 4, 130])("passes exit code %i of the plan through and applies nothing", async (code) => {
    const { status, calls } = await run(["--apply"], code, { output: "" });
    expect([status, calls]).toEqual([code, [planCall]]);
  });

  it.each([1, 4, 130])("passes exit code %i of the apply through", async (code) => {
    expect((await run(["--apply"], 2, { applyCode: code })).status).toBe(code);
  });

  it("fails rather than applying a run it cannot name", async () => {
    for (const output of ["not json", '{"version":1}']) {
      const { status, calls } = await run(["--apply"], 2, { output });
      expect(status).toBe(1);
      expect(calls).not.toContain(applyCall);
    }
  });

  it("takes one mode only", async () => {
    const { status, calls } = await run(["--plan-only", "--apply"], 2);
    expect([status, calls]).toEqual([3, []]);
  });
});

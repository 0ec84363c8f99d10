import { describe, expect, it } from "vitest";
import { type ApplyInput, apply } from "../../src/workflow/apply.js";
import type { GuardHit } from "../../src/workflow/guards/guard.js";
import { type PlanInput, plan } from "../../src/workflow/plan.js";
import { catalogOf, groups } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";
import { change, planJson } from "../doubles/plan-json.js";
import { type FakePorts, fakePorts, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";

const catalog = catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } });
const input = {
  ...{ catalog, catalogHash: "c".repeat(64), stack: "aws-sso", runId: null },
  ...({ allowed: [], noBroadening: false, refresh: "full" } as const),
} satisfies ApplyInput & PlanInput;
const changed = { plans: [planJson(change("create", "aws_ssoadmin_permission_set.A"))] };
const seen = directoryOf({ groups: ["Admins"] });

/** Plans in the usual world, then applies in another one that has the same files. */
async function planThenApply(
  world: World,
  more: Partial<ApplyInput> = {},
  between?: (p: FakePorts) => unknown,
) {
  const before = fakePorts({ terraform: changed });
  const planned = await plan(before, input);
  if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
  await between?.(before);
  const ports = { ...fakePorts(world), runs: before.runs };
  const { run } = planned.value;
  return { ports, run, result: await apply(ports, { ...input, ...more }) };
}

const codes = (result: Awaited<ReturnType<typeof apply>>) =>
  result.ok ? "applied" : [result.why, ...result.diagnostics.map((d) => d.code)].join(" ");

describe("apply", () => {
  it("applies exactly the saved plan and records when", async () => {
    const { ports, run, result } = await planThenApply({});
    expect(result).toMatchObject({ ok: true, value: { id: run.id, appliedAt: "2026-11-24T07:00:00.000Z" } });
    expect(ports.calls).toEqual(["init", `apply ${ports.runs.planFile(run.id)}`]);
    expect(ports.steps).toContain("Applying: 1 of 3 changes, 1 in progress");
    const stored = await ports.runs.load(run.id);
    expect(stored.ok && stored.run.appliedAt).toBe("2026-11-24T07:00:00.000Z");
    expect(codes(await apply(ports, input))).toBe("refused IDC524");
  });

  it.each<readonly [string, string, World, Partial<ApplyInput>]>([
    ["another catalog", "IDC522", {}, { catalogHash: "d".repeat(64) }],
    ["another stack", "IDC525", {}, { stack: "other" }],
    ["another terraform", "IDC526", { terraformVersion: "1.12.0" }, {}],
    ["another provider lock", "IDC533", { lockSha256: "f".repeat(64) }, {}],
    ["another workspace", "IDC534", { workspace: "blue" }, {}],
    ["an expired run", "IDC532", { now: Date.UTC(2026, 10, 27, 7) }, {}],
    [
      "a group that was made anew",
      "IDC528",
      { directory: { ...seen, groups: [{ id: "g-new", displayName: "Admins", scim: false }] } },
      {},
    ],
    [
      "an account that took another's name",
      "IDC528",
      { directory: { ...seen, accounts: [account("100000000005", "dev")] } },
      {},
    ],
    ["a group that is gone", "IDC401 IDC528", { directory: directoryOf({}) }, {}],
  ])("refuses %s, and touches nothing", async (_what, code, world, more) => {
    const { ports, result } = await planThenApply(world, more);
    expect(codes(result)).toBe(`refused ${code}`);
    expect(ports.calls).toEqual([]);
  });

  it("refuses another instance", async () => {
    const instance = { ...seen.instance, arn: "arn:aws:sso:::instance/another" };
    const { ports, result } = await planThenApply({ directory: { ...seen, instance } });
    expect(codes(result)).toBe("refused IDC523");
    expect(ports.calls).toEqual([]);
  });

  describe.each(["plan.tfplan", "plan.json", "facts.json"])("with its own %s", (name) => {
    it.each<readonly [string, (ports: FakePorts, file: string) => void]>([
      ["is gone", (ports, file) => void ports.texts.delete(file)],
      ["was changed", (ports, file) => void ports.texts.set(file, "something else")],
    ])("refuses when it %s", async (_what, tamper) => {
      const { ports, result } = await planThenApply({}, {}, (before) => {
        const file = [...before.texts.keys()].find((path) => path.endsWith(`/${name}`));
        tamper(before, file ?? "");
      });
      expect(codes(result)).toBe("refused IDC521");
      expect(ports.calls).toEqual([]);
    });
  });

  it("does not need the configuration as it was: the plan file holds it", async () => {
    const { result } = await planThenApply({}, {}, (before) => {
      for (const path of before.texts.keys()) if (path.endsWith("cdk.tf.json")) before.texts.set(path, "{}");
    });
    expect(codes(result)).toBe("applied");
  });

  it("does not trust facts that nobody can read, whatever their hash is", async () => {
    const { result } = await planThenApply({}, {}, async (before) => {
      const loaded = await before.runs.latest();
      if (!loaded.ok) throw new Error("there is a run");
      const { run } = loaded;
      await before.runs.write(run.id, "facts.json", "{}");
      const factsHash = (await before.runs.sha256(run.id, "facts.json")) ?? "";
      await before.runs.save({ ...run, factsHash });
    });
    expect(codes(result)).toBe("refused IDC521");
  });

  it("does not blame AWS for what another catalog grants", async () => {
    const other = catalogOf({ account_assignments: { dev: groups({ Admins: ["PowerUserAccess"] }) } });
    const { result } = await planThenApply({}, { catalog: other, catalogHash: "d".repeat(64) });
    expect(codes(result)).toBe("refused IDC522");
  });

  it("is not kept from it by what the catalog does not use", async () => {
    const more = directoryOf({
      accounts: [...seen.accounts, account("100000000008", "new")],
      groups: ["Admins", "Others"],
      users: ["jo"],
    });
    expect(codes((await planThenApply({ directory: more })).result)).toBe("applied");
  });

  it("refuses when AWS changed so that the catalog is not valid any more", async () => {
    const { ports, result } = await planThenApply({
      directory: { ...seen, accounts: seen.accounts.slice(0, 1) },
    });
    expect(codes(result)).toMatch(/^refused IDC30\d.* IDC528$/);
    expect(ports.calls).toEqual([]);
    const other = await planThenApply(
      { directory: { ...seen, accounts: seen.accounts.slice(0, 1) } },
      { catalogHash: "d".repeat(64) },
    );
    expect(codes(other.result)).toMatch(/^invalid IDC30\d/);
  });

  it("refuses a run that hit guards until each of them is allowed", async () => {
    const hit = (guard: GuardHit["guard"], code: string): GuardHit => ({
      guard,
      code,
      message: "m",
      hint: null,
    });
    const saved = async (before: FakePorts) => {
      const loaded = await before.runs.latest();
      if (!loaded.ok) throw new Error("there is a run");
      await before.runs.save({
        ...loaded.run,
        guards: [hit("removals", "IDC420"), hit("broadening", "IDC427")],
      });
    };
    const resultOf = async (...allowed: ApplyInput["allowed"]) =>
      codes((await planThenApply({}, { allowed }, saved)).result);
    expect(await resultOf()).toBe("refused IDC420 IDC427");
    expect(await resultOf("broadening")).toBe("refused IDC420");
    expect(await resultOf("removals", "broadening")).toBe("applied");
  });

  it("initializes Terraform first, and stops when that fails", async () => {
    const { ports, result } = await planThenApply({ terraform: { init: exampleProblem } });
    expect(codes(result)).toBe("failed IDC510");
    expect(ports.calls).toEqual(["init"]);
  });

  it("reports every reason at once", async () => {
    const { result } = await planThenApply(
      { terraformVersion: "1.12.0" },
      { catalogHash: "d".repeat(64), stack: "other" },
    );
    expect(codes(result)).toBe("refused IDC522 IDC525 IDC526");
  });

  it("refuses when there is no run, before it asks AWS anything", async () => {
    const ports = fakePorts();
    expect(codes(await apply(ports, input))).toBe("refused IDC527");
    expect(codes(await apply(ports, { ...input, runId: "../../etc" }))).toBe("refused IDC527");
    expect(ports.steps).toEqual([]);
  });

  it("leaves the run unapplied and names the log when Terraform fails", async () => {
    const { ports, run, result } = await planThenApply({ terraform: { apply: exampleProblem } });
    expect(codes(result)).toBe("failed IDC510");
    expect(result.ok ? "" : result.diagnostics[0]?.hint).toContain(exampleProblem.logFile);
    expect(ports.steps.at(-1)).toBe("Applying failed");
    const stored = await ports.runs.load(run.id);
    expect(stored.ok && stored.run.appliedAt).toBeNull();
  });
});

describe("a grant with an end", () => {
  const ending = {
    groups: { Admins: { permission_sets: ["ReadOnlyAccess"], expires_at: "2026-11-24T08:00:00Z" } },
  };
  const theirs = { ...input, catalog: catalogOf({ account_assignments: { dev: ending } }) };
  const applyAt = async (hour: number, minute: number) => {
    const before = fakePorts({ terraform: changed });
    const planned = await plan(before, theirs);
    if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
    const ports = { ...fakePorts({ now: Date.UTC(2026, 10, 24, hour, minute) }), runs: before.runs };
    return { ports, result: await apply(ports, theirs) };
  };

  it("is applied before its end", async () => {
    expect(codes((await applyAt(7, 59)).result)).toBe("applied");
  });

  it("is refused from its end on, and nothing is touched", async () => {
    const { ports, result } = await applyAt(8, 0);
    expect(codes(result)).toBe("refused IDC531");
    expect(result).toMatchObject({
      diagnostics: [{ message: expect.stringMatching(/^ReadOnlyAccess of "Admins" in dev ended since run/) }],
    });
    expect(ports.calls).toEqual([]);
  });
});

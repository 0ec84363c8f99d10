import { describe, expect, it } from "vitest";
import { type ApplyInput, apply } from "../../src/workflow/apply.js";
import { plan } from "../../src/workflow/plan.js";
import { catalogOf, groups } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";
import { change, planJson } from "../doubles/plan-json.js";
import { type FakePorts, fakePorts, type World } from "../doubles/ports.js";
import { exampleProblem } from "../doubles/terraform.js";

const catalog = catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } });
const input: ApplyInput = { catalog, catalogHash: "c".repeat(64), stack: "aws-sso", runId: null };
const changed = { plans: [planJson(change("create", "aws_ssoadmin_permission_set.A"))] };
const seen = directoryOf({ groups: ["Admins"] });

/** Plans in the usual world, then applies in another one that has the same files. */
async function planThenApply(world: World, more: Partial<ApplyInput> = {}, between?: (p: FakePorts) => void) {
  const before = fakePorts({ terraform: changed });
  const planned = await plan(before, input);
  if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
  between?.(before);
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
    expect(ports.calls).toEqual([`apply ${ports.runs.planFile(run.id)}`]);
    expect(ports.steps).toContain("Applying: 1 of 3 changes, 1 in progress");
    const stored = await ports.runs.load(run.id);
    expect(stored.ok && stored.run.appliedAt).toBe("2026-11-24T07:00:00.000Z");
    expect(codes(await apply(ports, input))).toBe("refused IDC524");
  });

  it.each<readonly [string, string, World, Partial<ApplyInput>]>([
    ["another catalog", "IDC522", {}, { catalogHash: "d".repeat(64) }],
    ["another stack", "IDC525", {}, { stack: "other" }],
    ["another terraform", "IDC526", { terraformVersion: "1.12.0" }, {}],
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
    expect(codes(result)).toBe("refused IDC528 IDC523");
    expect(ports.calls).toEqual([]);
  });

  it.each<readonly [string, (ports: FakePorts, file: string) => void]>([
    ["is gone", (ports, file) => void ports.texts.delete(file)],
    ["was changed", (ports, file) => void ports.texts.set(file, "something else")],
  ])("refuses a plan file that %s", async (_what, tamper) => {
    const { ports, result } = await planThenApply({}, {}, (before) => {
      const file = [...before.texts.keys()].find((path) => path.endsWith("plan.tfplan"));
      tamper(before, file ?? "");
    });
    expect(codes(result)).toBe("refused IDC521");
    expect(ports.calls).toEqual([]);
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
  const input: ApplyInput = {
    catalog: catalogOf({ account_assignments: { dev: ending } }),
    catalogHash: "c".repeat(64),
    stack: "aws-sso",
    runId: null,
  };
  const applyAt = async (hour: number, minute: number) => {
    const before = fakePorts({ terraform: changed });
    const planned = await plan(before, input);
    if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
    const ports = { ...fakePorts({ now: Date.UTC(2026, 10, 24, hour, minute) }), runs: before.runs };
    return { ports, result: await apply(ports, input) };
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

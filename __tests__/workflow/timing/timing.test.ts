import { describe, expect, it } from "vitest";
import { resourceType } from "../../../src/access/address.js";
import { readPlan } from "../../../src/terraform/plan-json.js";
import { readState } from "../../../src/terraform/state-json.js";
import type { ChosenRefresh } from "../../../src/workflow/bulk-refresh/refresh.js";
import { formatMinutes } from "../../../src/workflow/timing/format-minutes.js";
import { predictApply } from "../../../src/workflow/timing/predict-apply.js";
import { predictPlan } from "../../../src/workflow/timing/predict-plan.js";
import { type ChangeJson, change, planJson, stateJson } from "../../doubles/plan-json.js";

const { assignment, permissionSet, managedPolicyAttachment, group } = resourceType;

function many<T>(count: number, of: (n: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, n) => of(n));
}

function applySeconds(...changes: readonly ChangeJson[]): number {
  return predictApply(readPlan(planJson(...changes)));
}

const assignments = (count: number, action: Parameters<typeof change>[0] = "create"): readonly ChangeJson[] =>
  many(count, (n) => change(action, `${assignment}.A${n}`));
const policies = (count: number): readonly ChangeJson[] =>
  many(count, (n) => change("create", `${managedPolicyAttachment}.P${n}`));

describe("an apply is predicted", () => {
  it.each([
    ["100 assignments of 3 sets with a policy each", 100, 3, 86],
    ["300 assignments of 3 sets with a policy each", 300, 3, 220],
    ["16 policies", 0, 16, 54],
  ])("near what it took: %s", (_, grants, attached, measured) => {
    const sets = many(3, (n) => change("create", `${permissionSet}.S${n}`));
    const seconds = applySeconds(...sets, ...policies(attached), ...assignments(grants));
    expect(Math.abs(seconds - measured) / measured).toBeLessThan(0.1);
  });

  it("by rounds of fifteen assignments, whichever way they go", () => {
    expect(applySeconds(...assignments(15))).toBe(14.5);
    expect(applySeconds(...assignments(16))).toBe(25);
    expect(applySeconds(...assignments(15, "delete"))).toBe(14.5);
    expect(applySeconds(...assignments(8, "replace"))).toBe(25);
  });

  it("with a provisioning for a set that changes, and none for one that is made or goes", () => {
    expect(applySeconds(change("update", `${permissionSet}.S`))).toBe(12);
    expect(applySeconds(change("create", `${permissionSet}.S`))).toBe(4);
    expect(applySeconds(change("delete", `${permissionSet}.S`), ...policies(1))).toBe(12);
    expect(applySeconds(change("create", `${group}.G`))).toBe(4);
  });

  it("to take no time when AWS is asked for nothing", () => {
    const rest = (["no-op", "import", "move", "forget"] as const).flatMap((action) =>
      assignments(20, action),
    );
    expect(applySeconds(...rest)).toBe(0);
    expect(applySeconds(...rest, ...assignments(1))).toBe(14.5);
  });
});

describe("a plan is predicted", () => {
  const predicted = (chosen: ChosenRefresh, types: readonly string[]): number =>
    predictPlan(readState(stateJson(...types.map((type, n) => ({ address: `${type}.R${n}` })))), chosen);
  const planSeconds = (...types: readonly string[]): number =>
    predicted({ refresh: "full", calls: 0 }, types);

  it.each([
    [100, 15],
    [3600, 194],
  ])("near what it took with %i assignments", (count, measured) => {
    expect(Math.abs(planSeconds(...many(count, () => assignment)) - measured) / measured).toBeLessThan(0.15);
  });

  it("from the requests that reading the state costs", () => {
    expect(planSeconds()).toBe(8);
    expect(planSeconds(...many(1000, () => group))).toBe(12);
    expect(planSeconds(...many(1000, () => permissionSet))).toBe(112);
    expect(planSeconds(...many(1000, () => managedPolicyAttachment))).toBe(62);
  });

  it("from the calls of a comparison in bulk, which saves the others only where the state is what AWS has", () => {
    const types = many(1000, () => managedPolicyAttachment);
    expect(predicted({ refresh: "bulk", calls: 100 }, types)).toBe(17);
    expect(predicted({ refresh: "full", calls: 100 }, types)).toBe(67);
  });
});

it.each([
  [0, "under a minute"],
  [59.9, "under a minute"],
  [60, "about 1 min"],
  [89, "about 1 min"],
  [228, "about 4 min"],
  [7200, "about 120 min"],
])("%d s are %s", (seconds, text) => {
  expect(formatMinutes(seconds)).toBe(text);
});

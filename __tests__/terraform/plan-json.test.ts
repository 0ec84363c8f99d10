import { describe, expect, it } from "vitest";
import { readPlan } from "../../src/terraform/plan-json.js";
import { recordedText } from "./recorded.js";

const plan = readPlan(JSON.parse(recordedText("plan-every-action.json")));

function change(name: string) {
  return plan.changes.find((c) => c.name === name);
}

describe("a plan document", () => {
  it("says what happens to each resource", () => {
    expect(Object.fromEntries(plan.changes.map((c) => [c.name, c.action]))).toEqual({
      adopted: "import",
      adoptedupd: "update",
      cbd: "replace",
      forgotten: "forget",
      gone: "delete",
      now: "move",
      rep: "replace",
      same: "no-op",
      upd: "update",
    });
  });

  it("keeps import ids, former addresses and the order of a replacement", () => {
    expect(change("adoptedupd")?.importId).toBe("3f1b");
    expect(change("upd")?.importId).toBeNull();
    expect(change("now")?.previousAddress).toBe("terraform_data.was");
    expect(change("cbd")?.createBeforeDestroy).toBe(true);
    expect(change("rep")?.createBeforeDestroy).toBe(false);
  });

  it("says which attributes make it a replacement, each once", () => {
    expect(change("rep")?.replacePaths).toEqual(["triggers_replace"]);
    expect(change("upd")?.replacePaths).toEqual([]);
    const paths = [["name"], ["tags", "a"], ["tags", "b"], [0], "odd"];
    const json = { mode: "managed", change: { actions: ["delete", "create"], replace_paths: paths } };
    expect(readPlan({ resource_changes: [json] }).changes[0]?.replacePaths).toEqual(["name", "tags"]);
  });

  it("keeps the values on both sides", () => {
    expect(change("upd")?.before?.input).toBe("v1");
    expect(change("upd")?.after?.input).toBe("v2");
    expect(change("gone")?.after).toBeNull();
  });

  it("counts like Terraform: an adopted and updated object in both", () => {
    const expected = { create: 0, update: 2, delete: 1, replace: 2, adopt: 2, move: 1, forget: 1 };
    expect(plan.resourceCounts).toEqual(expected);
  });

  it("leaves data sources out and never hides an action it does not know", () => {
    const resource = { address: "a.b", type: "a", name: "b", mode: "managed" };
    const data = { ...resource, mode: "data", change: { actions: ["read"] } };
    const odd = { ...resource, change: { actions: ["create", "forget"] } };
    const read = readPlan({ resource_changes: [data, odd], resource_drift: [{ ...data }, odd] });
    expect(read.changes.map((c) => c.action)).toEqual(["unknown"]);
    expect(read.drift.map((c) => c.address)).toEqual(["a.b"]);
  });

  it("reads an empty plan", () => {
    expect(readPlan({ format_version: "1.2" }).changes).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { setReplacement } from "../../../src/workflow/guards/set-replacement.js";
import type { ChangeJson } from "../../doubles/plan-json.js";
import { assignment, guardFacts, permissionSet } from "./guard-facts.js";

const because = (set: ChangeJson, ...paths: readonly string[]): ChangeJson => {
  const reasons = { replace_paths: paths.map((path) => [path]) };
  return { ...set, change: { ...set.change, ...reasons } };
};

describe("set-replacement", () => {
  it("names the sets and why", () => {
    const changes = [
      because(permissionSet("replace", "Dev"), "name"),
      because(permissionSet("replace", "Ops"), "instance_arn", "region"),
      permissionSet("replace", "Tainted"),
    ];
    expect(setReplacement(guardFacts({ changes }))).toEqual([
      {
        guard: "set-replacement",
        code: "IDC421",
        message:
          'the plan replaces 3 permission sets with every assignment: "Dev" (its name changes), "Ops" (its instance changes, its region changes), "Tainted"',
        hint: "declare a new set beside the old one, move the grants to it in one deploy and remove the old one in the next",
      },
    ]);
  });

  it("counts those after the fifth", () => {
    const changes = ["A", "B", "C", "D", "E", "F", "G"].map((name) => permissionSet("replace", name));
    expect(setReplacement(guardFacts({ changes }))[0]?.message).toMatch(
      /: "A", "B", "C", "D", "E" and 2 more$/,
    );
  });

  it("lets every other change through, and replaced assignments", () => {
    const others = ["create", "update", "delete", "no-op", "import"] as const;
    const changes = [
      ...others.map((action) => permissionSet(action, action)),
      assignment("replace", { principalName: "Devs", permissionSet: "Dev" }),
    ];
    expect(setReplacement(guardFacts({ changes }))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { sameAccess } from "../../../src/workflow/guards/same-access.js";
import { assignment, guardFacts } from "./guard-facts.js";

describe("same-access", () => {
  it("is hit by access that is deleted and created, with the line for a name of before", () => {
    const old = { principalName: "Old", permissionSet: "ReadOnlyAccess" };
    const created = assignment("create", { ...old, principalName: "Devs" });
    const after = { ...created.change.after, principal_id: "g-Old" };
    const changes = [assignment("delete", old), { ...created, change: { ...created.change, after } }];
    const assignments = { dev: { groups: { Devs: { permission_sets: ["ReadOnlyAccess"] } } } };
    const facts = guardFacts(
      { vars: { account_assignments: assignments }, changes },
      { formerNames: new Map([["g-Old", ["Old"]]]) },
    );
    expect(sameAccess(facts)).toEqual([
      {
        guard: "same-access",
        code: "IDC408",
        message: expect.stringMatching(/^the plan would take away access that it also gives: /),
        hint: 'a group or user was probably renamed; add this line below "moved:" in catalog/moves.yaml, and plan again: - { from: { group: "Old" }, to: { group: "Devs" } }',
      },
    ]);
    expect(sameAccess({ ...facts, plan: guardFacts({}).plan })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { groupDeletion } from "../../../src/workflow/guards/group-deletion.js";
import { change } from "../../doubles/plan-json.js";
import { guardFacts } from "./guard-facts.js";

const group = (action: Parameters<typeof change>[0], name: string) =>
  change(action, `aws_identitystore_group.${name}`, { display_name: name });
const hits = (...changes: readonly ReturnType<typeof change>[]) => groupDeletion(guardFacts({ changes }));

describe("group-deletion", () => {
  it("is hit by a group that goes", () => {
    expect(hits(group("delete", "Devs"), group("no-op", "Ops"))).toEqual([
      {
        guard: "group-deletion",
        code: "IDC422",
        message: 'the plan deletes group "Devs", and its memberships are lost',
        hint: "put its members into another group first",
      },
    ]);
  });

  it("is hit by a group that is replaced", () => {
    expect(hits(group("replace", "Devs"))).toMatchObject([
      { message: 'the plan replaces group "Devs", and its memberships are lost' },
    ]);
  });

  it("has the line of moves.yaml when a group is made as well", () => {
    expect(hits(group("create", 'Dev "1"'), group("delete", "Devs"))[0]?.hint).toBe(
      'if it was renamed, add the line `- { from: { group: "Devs" }, to: { group: "Dev \\"1\\"" } }` below "moved:" in catalog/moves.yaml, and plan again',
    );
  });

  it("takes the new group that looks like the old one, else the first", () => {
    const changes = ["Managers", "Developer"].map((name) => group("create", name));
    expect(hits(...changes, group("delete", "Developers"))[0]?.hint).toContain('to: { group: "Developer" }');
    expect(hits(...changes, group("delete", "Ops"))[0]?.hint).toContain('to: { group: "Managers" }');
  });

  it("says where the line goes when there is no file yet", () => {
    const facts = guardFacts(
      { changes: [group("create", "B"), group("delete", "A")] },
      { moves: { file: "m.yaml", exists: false } },
    );
    expect(groupDeletion(facts)[0]?.hint).toContain(
      'write m.yaml with "version: 1", "moved:" and below it the line `- {',
    );
  });

  it("counts those after the fifth", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"].map((name) => group("delete", name));
    const all = hits(...names);
    expect(all).toHaveLength(6);
    expect(all[4]?.message).toContain('"E"');
    expect(all[5]).toMatchObject({ message: "the plan also takes away 2 other groups", hint: null });
    expect(hits(...names.slice(0, 5))).toHaveLength(5);
    expect(hits(...names.slice(0, 6))[5]?.message).toMatch(/ 1 other group$/);
  });

  it("lets through groups that stay and other things that go", () => {
    const others = ["create", "update", "no-op", "import", "forget", "move"] as const;
    expect(hits(...others.map((action) => group(action, action)), change("delete", "aws_x.Devs"))).toEqual(
      [],
    );
  });
});

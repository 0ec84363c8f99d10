import { describe, expect, it } from "vitest";
import { grantRows } from "../../src/audit/grant-rows.js";
import { indexFacts } from "../../src/audit/index-facts.js";
import { accountMap, groups, users } from "../doubles/catalog.js";
import { instanceArn } from "../doubles/directory.js";
import { accessOf, arnOf, assigned, dev, factsAfter, prod, withAssignments } from "./world.js";

const vars = {
  permission_sets: { Look: { description: "Look at things" } },
  account_assignments: {
    dev: { ...groups({ Devs: ["Look"], Admins: ["Look", "ReadOnlyAccess"] }), ...users({ jo: ["Look"] }) },
    prod: groups({ Devs: ["Look"] }),
  },
};

describe("grantRows", () => {
  it("gives the same rows in the same order when AWS is as declared, whatever the catalog calls an account", () => {
    const facts = factsAfter({ ...vars, account_map: accountMap({ dev, prod: "100000000003" }) });
    const renamed = {
      ...facts.directory,
      accounts: facts.directory.accounts.map((a) => ({ ...a, name: `the ${a.name}` })),
    };
    const { expected, actual } = grantRows(indexFacts({ ...facts, directory: renamed }));
    expect(expected).toHaveLength(5);
    expect(actual).toEqual(expected);
    expect(expected[0]).toEqual({
      instanceArn,
      principalType: "GROUP",
      principalId: "g-Admins",
      principalName: "Admins",
      permissionSetArn: arnOf("Look"),
      permissionSet: "Look",
      targetType: "AWS_ACCOUNT",
      targetId: dev,
      targetName: "the dev",
    });
    const order = expected.map((r) => `${r.targetName} ${r.principalName} ${r.permissionSet}`);
    expect(order).toEqual([
      "the dev Admins Look",
      "the dev Admins ReadOnlyAccess",
      "the dev Devs Look",
      "the dev jo Look",
      "the prod Devs Look",
    ]);
  });

  it("leaves out what nobody knows", () => {
    const facts = factsAfter(vars, (f) => ({
      ...withAssignments(f, () => [assigned("999999999999", "Old", "g-gone")]),
    }));
    expect(grantRows(indexFacts(facts)).actual).toEqual([
      {
        instanceArn,
        principalType: "GROUP",
        principalId: "g-gone",
        principalName: null,
        permissionSetArn: arnOf("Old"),
        permissionSet: null,
        targetType: "AWS_ACCOUNT",
        targetId: "999999999999",
        targetName: null,
      },
    ]);
  });

  it("has no ids of what does not exist yet", () => {
    const facts = factsAfter(vars, (f) => ({
      live: accessOf([], []),
      directory: { ...f.directory, groups: [] },
    }));
    const row = grantRows(indexFacts(facts)).expected.find((r) => r.targetId === prod);
    expect(row).toMatchObject({ principalId: null, permissionSetArn: null, principalName: "Devs" });
  });
});

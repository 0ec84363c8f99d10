import { describe, expect, it } from "vitest";
import type { CallerUser } from "../../../src/workflow/guards/guard.js";
import { ownAccess } from "../../../src/workflow/guards/own-access.js";
import { groups, users } from "../../doubles/catalog.js";
import { managementAccountId } from "../../doubles/directory.js";
import { type ChangeJson, change } from "../../doubles/plan-json.js";
import { assignment, dev, guardFacts, permissionSet } from "./guard-facts.js";

const set = "AdministratorAccess";
const jo: CallerUser = {
  userId: "u-jo",
  userName: "jo",
  groupIds: ["g-Admins"],
  permissionSet: set,
  accountId: dev,
};
const declaring = (assignments: Readonly<Record<string, unknown>>) => ({
  account_assignments: { dev: assignments },
});
const hits = (changes: readonly ChangeJson[], vars = {}, callerUser: CallerUser | null = jo) => {
  const sets = [set, "ReadOnlyAccess"].map((name) => permissionSet("no-op", name));
  return ownAccess(guardFacts({ vars, changes: [...sets, ...changes] }, { callerUser }));
};
const ofAdmins = { principalName: "Admins", permissionSet: set };
const ofJo = { principalName: "jo", permissionSet: set };

describe("own-access", () => {
  it.each([ofAdmins, ofJo])("is hit when what $principalName has is the session's", (access) => {
    expect(hits([assignment("delete", access)])).toEqual([
      {
        guard: "own-access",
        code: "IDC423",
        message: `the plan takes away what runs it: AdministratorAccess in ${dev} of "jo"`,
        hint: "give yourself the access in another way first, or let somebody else apply it",
      },
    ]);
  });

  it("is hit by nothing when nobody knows whose session it is", () => {
    expect(hits([assignment("delete", ofAdmins)], {}, null)).toEqual([]);
  });

  it.each([
    ["account", { ...ofAdmins, accountId: managementAccountId }],
    ["group", { ...ofAdmins, principalName: "Devs" }],
    ["set", { ...ofAdmins, permissionSet: "ReadOnlyAccess" }],
  ])("lets through the removal of another %s", (_what, access) => {
    expect(hits([assignment("delete", access)])).toEqual([]);
  });

  it("lets through a removal when another grant, kept or new, gives the same", () => {
    const bothGroups = declaring({ ...groups({ Admins: [set] }) });
    expect(hits([assignment("delete", ofJo), assignment("no-op", ofAdmins)], bothGroups)).toEqual([]);
    expect(hits([assignment("delete", ofJo), assignment("create", ofAdmins)], bothGroups)).toEqual([]);
    const own = declaring(users({ jo: [set] }));
    expect(hits([assignment("delete", ofAdmins), assignment("create", ofJo)], own)).toEqual([]);
  });

  it("is hit when the other grant gives another set, or gives it elsewhere or to others", () => {
    const removal = assignment("delete", ofAdmins);
    const readOnly = { ...ofJo, permissionSet: "ReadOnlyAccess" };
    const declared = {
      dev: { ...users({ jo: ["ReadOnlyAccess"] }), ...groups({ Devs: [set] }) },
      root: users({ jo: [set] }),
    };
    const elsewhere = [
      assignment("create", readOnly),
      assignment("create", { ...ofAdmins, principalName: "Devs" }),
      assignment("create", { ...ofJo, accountId: managementAccountId }),
    ];
    expect(hits([removal, ...elsewhere], { account_assignments: declared })).toHaveLength(1);
  });

  it("is hit when the assignment goes to a group that is made again, of which nobody is a member", () => {
    const replaced = assignment("replace", ofAdmins);
    const { principal_id: _unknown, ...after } = replaced.change.after ?? {};
    const changes = [{ ...replaced, change: { ...replaced.change, after } }];
    expect(hits(changes, declaring(groups({ Admins: [set] })))).toHaveLength(1);
  });

  it("takes nothing else of that name for the set", () => {
    expect(hits([change("delete", "aws_organizations_account.x", { name: set })])).toEqual([]);
    const removal = assignment("delete", ofAdmins);
    const arn = removal.change.before?.["permission_set_arn"];
    expect(hits([change("no-op", "aws_iam_role.x", { arn, name: "Other" }), removal])).toHaveLength(1);
  });

  it("lets through what stays, and what only leaves the state", () => {
    expect(hits([assignment("forget", ofAdmins), assignment("no-op", ofJo)])).toEqual([]);
  });

  it.each(["delete", "replace"] as const)("is hit when the plan does %s the set", (action) => {
    const facts = guardFacts(
      { changes: [permissionSet(action, "Other"), permissionSet(action, set)] },
      { callerUser: jo },
    );
    expect(ownAccess(facts)).toMatchObject([
      {
        message: `the plan ${action}s permission set "AdministratorAccess", whose session of "jo" is in use`,
      },
    ]);
    expect(ownAccess(guardFacts({ changes: [permissionSet(action, "Other")] }, { callerUser: jo }))).toEqual(
      [],
    );
  });
});

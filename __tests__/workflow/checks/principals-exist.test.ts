import { describe, expect, it } from "vitest";
import { principalsExist } from "../../../src/workflow/checks/principals-exist.js";
import { groups, users } from "../../doubles/catalog.js";
import { directoryOf } from "../../doubles/directory.js";
import { factsOf } from "../../doubles/facts.js";

const readOnly = ["ReadOnlyAccess"];

describe("principalsExist", () => {
  it("wants required groups, and no group whose every assignment has ended", () => {
    const ended = { Gone: { permission_sets: readOnly, expires_at: "2026-11-24T12:00:00Z" } };
    const lasting = { Here: { permission_sets: readOnly, expires_at: "2026-11-24T12:00:01Z" } };
    const facts = factsOf(
      { required_groups: ["Managers"], account_assignments: { dev: { groups: { ...ended, ...lasting } } } },
      directoryOf({}),
    );
    expect(principalsExist(facts).map((d) => d.message)).toEqual([
      'group "Here" does not exist in Identity Center',
      'group "Managers" does not exist in Identity Center',
    ]);
  });

  it("finds nothing to say when all exist or are created here", () => {
    const facts = factsOf(
      {
        groups: ["Created"],
        idp_groups: ["Synced"],
        account_assignments: { dev: { ...groups({ Created: readOnly }), ...users({ jo: readOnly }) } },
      },
      directoryOf({ groups: ["Synced"], users: ["jo"] }),
    );
    expect(principalsExist(facts)).toEqual([]);
  });

  it("lists every missing group and user in one go, sorted, with every line that uses it", () => {
    const facts = factsOf(
      {
        account_assignments: {
          dev: { ...groups({ Zebra: ["ReadOnlyAccess", "PowerUserAccess"] }), ...users({ jo: readOnly }) },
          root: groups({ Zebra: readOnly, Apes: readOnly }),
        },
        idp_groups: ["Zebra"],
      },
      directoryOf({}),
    );
    const found = principalsExist(facts);
    expect(found.map((d) => [d.code, d.message])).toEqual([
      ["IDC401", 'group "Apes" does not exist in Identity Center'],
      ["IDC401", 'group "Zebra" does not exist in Identity Center'],
      ["IDC402", 'user "jo" does not exist in Identity Center'],
    ]);
    expect(found[1]?.span).toMatchObject({ file: "aws-sso.yaml", line: 6 });
    expect(found[1]?.hint).toMatch(
      /^create "Zebra" in your identity provider.*; also used at line 6, line 7$/,
    );
  });

  it("says that names are case-sensitive when only the case differs", () => {
    const facts = factsOf(
      { account_assignments: { dev: groups({ DevOps: readOnly }) } },
      directoryOf({ groups: ["devops"] }),
    );
    expect(principalsExist(facts)[0]?.message).toBe(
      'group "DevOps" does not exist in Identity Center - "devops" does, and names are case-sensitive',
    );
  });

  it("offers the nearest name, among groups for a group and among users for a user", () => {
    const facts = factsOf(
      { account_assignments: { dev: { ...groups({ Manager: readOnly }), ...users({ janedoe: readOnly }) } } },
      directoryOf({ groups: ["Managers", "janedo"], users: ["janedoes", "Manage"] }),
    );
    expect(principalsExist(facts).map((d) => d.message)).toEqual([
      'group "Manager" does not exist in Identity Center - did you mean "Managers"?',
      'user "janedoe" does not exist in Identity Center - did you mean "janedoes"?',
    ]);
  });

  it("a user of the group's name does not stand in for the group", () => {
    const facts = factsOf(
      { account_assignments: { dev: groups({ Admins: readOnly }) } },
      directoryOf({ users: ["Admins"] }),
    );
    expect(principalsExist(facts)).toHaveLength(1);
  });

  it("asks for nothing when the component is disabled", () => {
    const facts = factsOf({ enabled: false, account_assignments: { dev: groups({ Nobody: readOnly }) } });
    expect(principalsExist(facts)).toEqual([]);
  });
});

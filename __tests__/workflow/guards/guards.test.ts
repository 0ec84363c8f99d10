import { describe, expect, it } from "vitest";
import { guardDiagnostic, guardNames } from "../../../src/workflow/guards/guard.js";
import { guardHits, unallowed } from "../../../src/workflow/guards/guards.js";
import { groups } from "../../doubles/catalog.js";
import { change } from "../../doubles/plan-json.js";
import { assignment, attachment, dev, guardFacts, permissionSet, plannedGrant } from "./guard-facts.js";

const admins = { principalName: "Admins", permissionSet: "AdministratorAccess" };
const rootAccess = { principalName: "Devs", permissionSet: "RootAccess" };
const created = assignment("create", rootAccess);
const everything = guardFacts(
  {
    vars: { account_assignments: { dev: groups({ Devs: ["RootAccess"] }) } },
    changes: [
      permissionSet("no-op", "AdministratorAccess"),
      attachment("no-op", "AdministratorAccess", "AdministratorAccess"),
      permissionSet("replace", "Other"),
      change("delete", "aws_identitystore_group.Old", { display_name: "Old" }),
      assignment("delete", admins),
      {
        ...created,
        address: "aws_ssoadmin_account_assignment.Old",
        change: { ...created.change, actions: ["delete"], before: created.change.after, after: null },
      },
      created,
    ],
    summary: {
      grants: [plannedGrant({}), plannedGrant({ principalName: "Admins" })],
      broadening: [{ kind: "grant", message: "Devs gets RootAccess in dev" }],
    },
  },
  {
    noBroadening: true,
    callerUser: {
      userId: "u-jo",
      userName: "jo",
      groupIds: ["g-Admins"],
      permissionSet: "AdministratorAccess",
      accountId: dev,
    },
  },
);

describe("guards", () => {
  it("are all asked, in the order of their names", () => {
    expect(guardHits(everything).map((h) => h.guard)).toEqual(guardNames);
    expect(guardHits(guardFacts({}))).toEqual([]);
  });

  it("are lifted one by one", () => {
    const hits = guardHits(everything);
    expect(unallowed(hits, [])).toEqual(hits);
    expect(unallowed(hits, ["removals", "broadening"]).map((h) => h.guard)).toEqual(guardNames.slice(1, -1));
    expect(unallowed(hits, guardNames)).toEqual([]);
  });

  it("say which flag lifts them", () => {
    const hints = guardHits(everything).map((hit) => guardDiagnostic(hit).hint);
    expect(hints).toEqual(
      guardNames.map((name) => expect.stringMatching(new RegExp(`pass --allow ${name}$`))),
    );
    const [first] = guardHits(everything);
    expect(first && guardDiagnostic({ ...first, hint: null })).toMatchObject({
      code: "IDC420",
      severity: "error",
      hint: "to do it all the same, pass --allow removals",
    });
  });
});

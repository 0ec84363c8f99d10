import { describe, expect, it } from "vitest";
import { assignmentAddress } from "../../src/access/address.js";
import { readPlan } from "../../src/terraform/plan-json.js";
import { readState } from "../../src/terraform/state-json.js";
import { summarize } from "../../src/workflow/summary.js";
import { catalogOf, groups } from "../doubles/catalog.js";
import { directoryOf } from "../doubles/directory.js";
import { modelOf } from "../doubles/facts.js";
import { type ChangeJson, change, planJson, stateJson } from "../doubles/plan-json.js";

const dev = "100000000002";
const assignment = "aws_ssoadmin_account_assignment";
const directory = directoryOf({ groups: ["Admins", "Gone"], users: ["jo"] });
const model = modelOf(
  catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess", "PowerUserAccess"] }) } }),
  directory,
);
const state = readState(
  stateJson({
    address: "aws_ssoadmin_permission_set.Old_1",
    values: { arn: "arn:old", name: "OldAccess", instance_arn: "arn:instance" },
  }),
);
const summaryOf = (...changes: readonly ChangeJson[]) =>
  summarize(readPlan(planJson(...changes)), model, directory, state);
const declared = (permissionSet: string) =>
  `${assignment}.${assignmentAddress({ accountId: dev, principalType: "GROUP", principalName: "Admins", permissionSet })}`;
const removed = (principal_type: string, principal_id: string, permission_set_arn = "arn:old") =>
  change("delete", `${assignment}.x`, { target_id: dev, principal_type, principal_id, permission_set_arn });

describe("summarize", () => {
  it("names an added grant from the model, even when nothing of it is known yet", () => {
    expect(summaryOf(change("create", declared("ReadOnlyAccess"))).grants).toEqual([
      {
        change: "add",
        accountId: dev,
        accountName: "dev",
        principalType: "GROUP",
        principalName: "Admins",
        permissionSet: "ReadOnlyAccess",
      },
    ]);
  });

  it("names a removed grant from the directory and the state", () => {
    const base = { change: "remove", accountId: dev, accountName: "dev", permissionSet: "OldAccess" };
    expect(summaryOf(removed("GROUP", "g-Gone"), removed("USER", "u-jo")).grants).toEqual([
      { ...base, principalType: "GROUP", principalName: "Gone" },
      { ...base, principalType: "USER", principalName: "jo" },
    ]);
  });

  it("shows ids where nobody knows a name any more", () => {
    const lost = removed("GROUP", "g-unknown", "arn:unknown");
    expect(
      summaryOf({ ...lost, change: { ...lost.change, before: { ...lost.change.before, target_id: "1" } } })
        .grants,
    ).toEqual([
      {
        change: "remove",
        accountId: "1",
        accountName: "1",
        principalType: "GROUP",
        principalName: "g-unknown",
        permissionSet: "arn:unknown",
      },
    ]);
  });

  it("tells apart what is adopted, replaced and forgotten", () => {
    const changes = [
      change("import", declared("ReadOnlyAccess")),
      change("replace", declared("PowerUserAccess")),
      { ...change("forget", `${assignment}.x`, { target_id: dev, principal_id: "g-Gone" }) },
    ];
    expect(
      summaryOf(...changes)
        .grants.map((g) => g.change)
        .sort(),
    ).toEqual(["adopt", "remove", "replace"]);
  });

  it("sorts grants by account, principal and set, whatever Terraform's order", () => {
    const found = summaryOf(
      removed("GROUP", "g-Gone"),
      change("create", declared("ReadOnlyAccess")),
      change("create", declared("PowerUserAccess")),
    ).grants;
    expect(found.map((g) => `${g.principalName} ${g.permissionSet}`)).toEqual([
      "Admins PowerUserAccess",
      "Admins ReadOnlyAccess",
      "Gone OldAccess",
    ]);
  });

  it("lists other objects apart, an address that moved among them, and leaves out what stays", () => {
    const summary = summaryOf(
      change("no-op", declared("ReadOnlyAccess")),
      change("move", declared("PowerUserAccess")),
      change("update", "aws_ssoadmin_permission_set.A"),
      change("import", "aws_identitystore_group.B"),
    );
    expect(summary.grants).toEqual([]);
    expect(summary.objects).toEqual([
      { change: "move", address: declared("PowerUserAccess") },
      { change: "update", address: "aws_ssoadmin_permission_set.A" },
      { change: "adopt", address: "aws_identitystore_group.B" },
    ]);
    expect(summary.resources).toMatchObject({ update: 1, adopt: 1, move: 1, create: 0 });
  });
});

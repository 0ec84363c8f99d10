import { describe, expect, it } from "vitest";
import { readPlan } from "../../src/terraform/plan-json.js";
import { noAccessIsRemade } from "../../src/workflow/same-access.js";
import { type ChangeJson, change, planJson } from "../doubles/plan-json.js";

const assignment = (name: string) => `aws_ssoadmin_account_assignment.${name}`;
const access = { target_id: "100000000002", principal_id: "g-1", permission_set_arn: "arn:set" };
const found = (...changes: readonly ChangeJson[]) =>
  noAccessIsRemade(readPlan(planJson(...changes)), { folder: "/runs/1", stack: "my-stack" });

describe("noAccessIsRemade", () => {
  it("refuses to delete and create one access, and gives the command that moves it", () => {
    const problems = found(
      change("delete", assignment("Old"), access),
      change("create", assignment("New"), access),
    );
    expect(problems).toMatchObject([{ code: "IDC408", severity: "error", span: null }]);
    expect(problems[0]?.message).toContain(`${assignment("Old")} and ${assignment("New")}`);
    expect(problems[0]?.hint).toContain(
      `cd '/runs/1' && TF_DATA_DIR=../../terraform/my-stack terraform state mv ${assignment("Old")} ${assignment("New")}`,
    );
  });

  it("refuses to delete what it adopts: it exists because it is the same", () => {
    const changes = [
      change("import", assignment("New"), access),
      change("delete", assignment("Old"), access),
    ];
    expect(found(...changes)).toMatchObject([{ code: "IDC408" }]);
  });

  it("refuses to delete and adopt one access as well", () => {
    const changes = [
      change("delete", assignment("Old"), access),
      change("import", assignment("New"), access),
    ];
    expect(found(...changes)).toMatchObject([{ code: "IDC408" }]);
  });

  it.each(["target_id", "principal_id", "permission_set_arn"])("lets through another %s", (key) => {
    const other = { ...access, [key]: "other" };
    expect(
      found(change("delete", assignment("Old"), access), change("create", assignment("New"), other)),
    ).toEqual([]);
  });

  it("takes two unknown values for different ones", () => {
    const unknown = { target_id: "100000000002", principal_id: "g-1" };
    expect(
      found(change("delete", assignment("Old"), unknown), change("create", assignment("New"), unknown)),
    ).toEqual([]);
  });

  it("looks at assignments only, and only at deletions and creations", () => {
    expect(
      found(
        change("delete", "aws_identitystore_group.Old", access),
        change("create", "aws_identitystore_group.New", access),
        change("replace", assignment("Same"), access),
        change("no-op", assignment("Kept"), access),
      ),
    ).toEqual([]);
  });
});

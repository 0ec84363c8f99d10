import { describe, expect, it } from "vitest";
import type { Paint } from "../../src/report/paint.js";
import { plain } from "../../src/report/paint.js";
import { planCount, planJson, planText } from "../../src/report/plan.js";
import type { PlannedGrant, PlanSummary } from "../../src/workflow/summary.js";
import { exampleRun } from "../workflow/run/example-run.js";

const none = { create: 0, update: 0, delete: 0, replace: 0, adopt: 0, move: 0, forget: 0 };
const grant = (change: PlannedGrant["change"], more: Partial<PlannedGrant> = {}): PlannedGrant => ({
  change,
  accountId: "100000000002",
  accountName: "dev",
  principalType: "GROUP",
  principalName: "Admins",
  permissionSet: "ReadOnlyAccess",
  ...more,
});
const summary = (parts: Partial<PlanSummary>): PlanSummary => ({
  grants: [],
  objects: [],
  resources: none,
  ...parts,
});
const marked: Paint = (style, text) => `<${style}>${text}</${style}>`;

describe("planText", () => {
  it("shows what is taken away first, one line per principal and account, and objects last", () => {
    const text = planText(
      summary({
        grants: [
          grant("add"),
          grant("add", { permissionSet: "PowerUserAccess" }),
          grant("add", { principalType: "USER", principalName: "jo@example.com", accountName: "core-root" }),
          grant("remove"),
          grant("replace"),
          grant("adopt"),
        ],
        objects: [
          { change: "create", address: "aws_ssoadmin_permission_set_inline_policy.A" },
          { change: "create", address: "aws_ssoadmin_permission_set.A" },
          { change: "create", address: "aws_ssoadmin_permission_set.B" },
          { change: "adopt", address: "aws_identitystore_group.G" },
          { change: "delete", address: "aws_ssoadmin_permission_set.Old" },
          { change: "create", address: "terraform_data.guard" },
        ],
      }),
      plain,
    );
    expect(text).toBe(`1 grant taken away
  - Admins  -> dev  ReadOnlyAccess

1 grant replaced
  ± Admins  -> dev  ReadOnlyAccess

1 grant adopted
  = Admins  -> dev  ReadOnlyAccess

3 grants added
  + Admins               -> dev        ReadOnlyAccess, PowerUserAccess
  + user jo@example.com  -> core-root  ReadOnlyAccess

Permission sets, their policies and groups
  delete  aws_ssoadmin_permission_set.Old
  create  2 permission sets
  create  1 inline policy
  create  1 terraform_data
  adopt   1 group
`);
  });

  it("is empty when nothing changes, and has no empty parts", () => {
    expect(planText(summary({}), plain)).toBe("");
    expect(planText(summary({ grants: [grant("add")] }), plain)).toBe(
      "1 grant added\n  + Admins  -> dev  ReadOnlyAccess\n",
    );
  });

  it("keeps a group and a user of one name apart, and two accounts of one name", () => {
    const text = planText(
      summary({
        grants: [grant("add"), grant("add", { principalType: "USER" }), grant("add", { accountId: "1" })],
      }),
      plain,
    );
    expect(text.split("\n").filter((line) => line.startsWith("  +"))).toHaveLength(3);
  });

  it("lets no name write to the terminal", () => {
    const text = planText(summary({ grants: [grant("add", { principalName: "\u001b[2Jx" })] }), plain);
    expect(text).toContain("+ \\u001b[2Jx");
  });

  it("paints what is taken away red, a move not", () => {
    const text = planText(
      summary({
        grants: [grant("remove"), grant("add")],
        objects: [
          { change: "delete", address: "a.b" },
          { change: "move", address: "a.c" },
          { change: "update", address: "a.d" },
        ],
      }),
      marked,
    );
    expect(text).toContain("<red>  - Admins");
    expect(text).toContain("<green>  + Admins");
    expect(text).toContain("<red>delete </red> a.b");
    expect(text).toContain("<cyan>move   </cyan> a.c");
    expect(text).toContain("<yellow>update </yellow> a.d");
  });
});

describe("planCount", () => {
  it("uses Terraform's words, and names the rare ones only when they occur", () => {
    const resources = { ...none, create: 1, update: 2, replace: 3, delete: 4, adopt: 5 };
    const usual = "Terraform: 1 to add, 2 to change, 3 to replace, 4 to destroy, 5 to adopt";
    expect(planCount(summary({ resources }))).toBe(usual);
    expect(planCount(summary({ resources: { ...resources, move: 6, forget: 7 } }))).toBe(
      `${usual}, 6 to move, 7 to forget`,
    );
  });
});

describe("JSON", () => {
  it("of a plan has the run, the summary and diagnostics as everywhere else", () => {
    const span = { file: "a.yaml", line: 1, column: 2, endLine: 1, endColumn: 3 };
    const warning = { code: "IDC403", severity: "warning", message: "m", span, hint: null } as const;
    const text = planJson(exampleRun, true, summary({ grants: [grant("add")] }), [warning]);
    expect(text.endsWith("}\n")).toBe(true);
    const { id, stack, createdAt, appliedAt, instanceArn } = exampleRun;
    expect(JSON.parse(text)).toEqual({
      version: 1,
      run: { id, stack, createdAt, appliedAt, instanceArn },
      changes: true,
      summary: { grants: [grant("add")], objects: [], resources: none },
      diagnostics: [{ code: "IDC403", severity: "warning", message: "m", ...span, hint: null }],
    });
  });
});

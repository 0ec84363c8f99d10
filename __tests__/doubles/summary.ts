import type { StatementJson } from "../../src/policy/diff/statement-change.js";
import type { PlannedGrant, PlannedSet, PlanSummary } from "../../src/workflow/summary/summary.js";

export const noResources = { create: 0, update: 0, delete: 0, replace: 0, adopt: 0, move: 0, forget: 0 };

/** A summary of a plan that changes nothing but these. */
export function summaryOf(parts: Partial<PlanSummary>): PlanSummary {
  return {
    grants: [],
    sets: [],
    groups: [],
    moved: [],
    others: [],
    broadening: [],
    resources: noResources,
    ...parts,
  };
}

export function grantOf(change: PlannedGrant["change"], more: Partial<PlannedGrant> = {}): PlannedGrant {
  return {
    change,
    accountId: "100000000002",
    accountName: "dev",
    principalType: "GROUP",
    principalName: "Admins",
    permissionSet: "ReadOnlyAccess",
    ...more,
  };
}

export function setOf(change: PlannedSet["change"], more: Partial<PlannedSet> = {}): PlannedSet {
  const nobody = { accounts: 0, groups: 0, users: 0 };
  return { change, permissionSet: "Logs", ...nobody, fields: [], statements: [], ...more };
}

const logs: StatementJson = {
  Sid: "ReadLogs",
  Effect: "Allow",
  Action: ["logs:Get*", "logs:FilterLogEvents"],
  Resource: "*",
};

/** Some of everything that a plan may do. */
export const exampleSummary: PlanSummary = {
  grants: [
    grantOf("add", { principalName: "Developers" }),
    grantOf("remove", { principalName: "Contractors" }),
    grantOf("remove", { principalName: "Contractors", permissionSet: "Billing" }),
    grantOf("adopt", { principalName: "Security Team", accountId: "100000000003", accountName: "audit" }),
    grantOf("add", {
      accountId: "100000000004",
      accountName: "plat-prod",
      principalType: "USER",
      principalName: "jo@example.com",
      permissionSet: "AdministratorAccess",
    }),
  ],
  sets: [
    setOf("add", { permissionSet: "Audit", accounts: 1, groups: 1 }),
    setOf("change", {
      permissionSet: "ReadOnlyAccess",
      accounts: 12,
      groups: 3,
      fields: [
        {
          field: "managed_policies",
          before: null,
          after: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
        },
        { field: "session_duration", before: "PT1H", after: "PT4H" },
      ],
      statements: [
        {
          change: "change",
          sid: "ReadLogs",
          before: logs,
          after: { ...logs, Action: ["logs:Get*", "logs:StartQuery"] },
        },
      ],
    }),
  ],
  groups: [{ change: "add", name: "Developers" }],
  moved: [
    { from: "aws_ssoadmin_account_assignment.a", to: "aws_ssoadmin_account_assignment.b" },
    { from: "aws_ssoadmin_account_assignment.c", to: "aws_ssoadmin_account_assignment.d" },
  ],
  others: [{ change: "delete", address: "null_resource.old" }],
  broadening: [
    { kind: "administrator", message: "user jo@example.com gets AdministratorAccess in plat-prod" },
    { kind: "policy", message: "ReadOnlyAccess allows more: its inline policy is wider" },
    { kind: "session", message: "sessions of ReadOnlyAccess last PT4H instead of PT1H" },
    { kind: "grant", message: "1 other new grant" },
  ],
  resources: { create: 6, update: 2, delete: 3, replace: 0, adopt: 1, move: 2, forget: 0 },
};

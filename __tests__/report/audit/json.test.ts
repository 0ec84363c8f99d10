import { describe, expect, it } from "vitest";
import { auditReports } from "../../../src/report/audit/audit.js";
import { auditResultOf, findingOf, quotaOf, rowOf } from "../../doubles/audit-result.js";
import { inputOf } from "./input.js";

describe("the JSON of an audit", () => {
  it("has everything of the contract, findings flat", () => {
    const subject = {
      accountId: "100000000002",
      principalType: "GROUP",
      principalName: "Admins",
      permissionSet: "ReadOnly",
    } as const;
    const span = { file: "c.yaml", line: 3, column: 7, endLine: 3, endColumn: 9 };
    const set = findingOf("IDC606", subject, { span, hint: "deploy", details: ["+ a"] });
    const soon = findingOf("IDC609", {}, { severity: "info", message: "m" });
    const warning = findingOf("IDC610", {}, { severity: "warning", message: "m" });
    const result = auditResultOf({
      findings: [set, warning, warning, soon],
      accepted: [{ finding: soon, reason: "known", until: "2027-01-31" }],
      quotas: [quotaOf(45, 50, { place: { accountId: "100000000002" } })],
      actual: [rowOf(), rowOf()],
    });
    const diagnostic = {
      code: "IDC620",
      severity: "warning",
      message: "past",
      span: null,
      hint: null,
    } as const;
    const json = JSON.parse(auditReports.json(inputOf(result, { diagnostics: [diagnostic] })));
    const soonFields = {
      ...{ key: "IDC609/-/-/-/-", code: "IDC609", severity: "info", message: "m", hint: null, details: [] },
      ...{ file: null, line: null, column: null, endLine: null, endColumn: null },
      subject: soon.subject,
    };
    expect(json).toEqual({
      version: 1,
      createdAt: "2026-11-24T06:45:39.123Z",
      instance: result.instance,
      counts: { error: 1, warning: 2, info: 1, accepted: 1 },
      findings: [
        {
          key: "IDC606/100000000002/GROUP/Admins/ReadOnly",
          ...{ code: "IDC606", severity: "error", message: "it is wrong", hint: "deploy" },
          ...{ file: "c.yaml", line: 3, column: 7, endLine: 3, endColumn: 9 },
          subject: { ...subject, quota: null },
          details: ["+ a"],
        },
        expect.objectContaining({ code: "IDC610" }),
        expect.objectContaining({ code: "IDC610" }),
        soonFields,
      ],
      accepted: [{ ...soonFields, reason: "known", until: "2027-01-31" }],
      quotas: [
        {
          ...{ quota: "permission sets per account", used: 45, limit: 50, percent: 90, subject: "dev" },
          ...{ accountId: "100000000002", permissionSet: null, raisable: true },
          next: "the next 6 permission sets in dev",
        },
      ],
      grants: { expected: 1, actual: 2 },
      drift: { missing: [], undeclared: [] },
      reading: result.reading,
      stateRead: true,
      diagnostics: [expect.objectContaining({ code: "IDC620", file: null })],
    });
  });
});

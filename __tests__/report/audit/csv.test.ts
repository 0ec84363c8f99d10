import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReports } from "../../../src/report/audit/audit.js";
import { auditResultOf, rowOf } from "../../doubles/audit-result.js";
import { anyAudit } from "./any-audit.js";
import { inputOf } from "./input.js";

const header =
  "instance,principal_type,principal_id,principal_name,permission_set_arn,permission_set_name,target_type,target_id,target_name";

/** Cells of a line as RFC 4180 has them. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

describe("the CSV of an audit", () => {
  it("is one line a grant, of what AWS has or the catalog says", () => {
    const result = auditResultOf({ expected: [], actual: [rowOf({ principalName: "Ops, EU" })] });
    expect(auditReports.csv(inputOf(result)).split("\n")).toEqual([
      header,
      'arn:aws:sso:::instance/ssoins-1234567890abcdef,GROUP,906755e0-1111-2222-3333-000000000001,"Ops, EU",arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-0000000000000001,ReadOnlyAccess,AWS_ACCOUNT,100000000002,dev',
      "",
    ]);
    expect(auditReports.csv(inputOf(result, { rows: "expected" }))).toBe(`${header}\n`);
  });

  it("leaves empty what nobody knows", () => {
    const row = rowOf({
      ...{ principalId: null, principalName: null, permissionSetArn: null },
      ...{ permissionSet: null, targetName: null },
    });
    const [, line] = auditReports.csv(inputOf(auditResultOf({ actual: [row] }))).split("\n");
    expect(line).toBe("arn:aws:sso:::instance/ssoins-1234567890abcdef,GROUP,,,,,AWS_ACCOUNT,100000000002,");
  });

  it("has no formula and stays one line a grant, whatever the names are", () => {
    let formulas = 0;
    fc.assert(
      fc.property(anyAudit, (result) => {
        const lines = auditReports.csv(inputOf(result)).trimEnd().split("\n");
        expect(lines).toHaveLength(result.actual.length + 1);
        for (const line of lines) {
          expect(cellsOf(line)).toHaveLength(9);
          for (const cell of cellsOf(line)) expect(cell).not.toMatch(/^[=+\-@\t\r]|[\u0000-\u001f\u202e]/);
        }
        formulas += result.actual.filter((row) => /^[=+\-@]/.test(row.principalName ?? "")).length;
      }),
      { numRuns: 60 },
    );
    expect(formulas).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from "vitest";
import type { AccessModel, Grant } from "../../src/access/model.js";
import { accessCount, accessReports } from "../../src/report/access.js";

const span = { file: "catalog/aws-sso.yaml", line: 7, column: 5, endLine: 7, endColumn: 9 };
const grant: Grant = {
  accountId: "222222222222",
  accountName: "plat-dev",
  principalType: "GROUP",
  principalName: "DevOps",
  permissionSet: "ReadOnlyAccess",
  accountType: "dev",
  expiresAt: null,
  sources: [span, { ...span, line: 9 }],
};
const model: AccessModel = {
  region: "us-east-1",
  partition: "aws",
  instance: null,
  managementAccountId: null,
  permissionSets: [],
  principals: [],
  grants: [
    grant,
    { ...grant, permissionSet: "PowerUserAccess" },
    {
      ...grant,
      principalType: "USER",
      principalName: "=cmd|' /C calc'!A0",
      accountType: null,
      sources: [span],
    },
    { ...grant, accountId: "333333333333", accountName: "plat-prod", principalName: "a|b_c" },
  ],
};

describe("identity access --format", () => {
  it("text: by account, one line a principal, columns aligned over all accounts", () => {
    expect(accessReports.text(model)).toBe(
      [
        "plat-dev (222222222222)",
        "  group DevOps             ReadOnlyAccess, PowerUserAccess  by type dev  catalog/aws-sso.yaml:7 catalog/aws-sso.yaml:9",
        "  user =cmd|' /C calc'!A0  ReadOnlyAccess                                catalog/aws-sso.yaml:7",
        "",
        "plat-prod (333333333333)",
        "  group a|b_c              ReadOnlyAccess                   by type dev  catalog/aws-sso.yaml:7 catalog/aws-sso.yaml:9",
        "",
        "4 grants in 2 accounts, 0 permission sets",
        "",
      ].join("\n"),
    );
  });

  it("csv: one line a grant; a name that is a formula is not one in a spreadsheet", () => {
    const lines = accessReports.csv(model).split("\n");
    expect(lines[0]).toBe(
      "accountId,accountName,principalType,principalName,permissionSet,accountType,expiresAt,sources",
    );
    expect(lines[1]).toBe(
      "222222222222,plat-dev,GROUP,DevOps,ReadOnlyAccess,dev,,catalog/aws-sso.yaml:7:5 catalog/aws-sso.yaml:9:5",
    );
    expect(lines[3]).toContain(",'=cmd|");
    expect(lines).toHaveLength(6);
  });

  it("markdown: special characters do not break the table", () => {
    expect(accessReports.markdown(model).split("\n")).toEqual([
      "| Account | Id | Who | Permission sets |",
      "|---|---|---|---|",
      "| plat-dev | 222222222222 | group DevOps | ReadOnlyAccess, PowerUserAccess |",
      "| plat-dev | 222222222222 | user =cmd&#124;' /C calc'!A0 | ReadOnlyAccess |",
      "| plat-prod | 333333333333 | group a&#124;b_c | ReadOnlyAccess |",
      "",
    ]);
  });

  it("json: version 1, with places as file, line and column", () => {
    const json = JSON.parse(accessReports.json(model));
    expect(Object.keys(json)).toEqual(["version", "grants", "permissionSets"]);
    expect(json.version).toBe(1);
    expect(json.grants[0]).toEqual({
      ...grant,
      sources: [
        { file: "catalog/aws-sso.yaml", line: 7, column: 5 },
        { file: "catalog/aws-sso.yaml", line: 9, column: 5 },
      ],
    });
  });

  it("counts one thing as one thing", () => {
    expect(accessCount({ ...model, grants: [grant] })).toBe("1 grant in 1 account, 0 permission sets");
  });
});

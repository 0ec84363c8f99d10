import { describe, expect, it } from "vitest";
import type { GrantRow } from "../../src/audit/grant-row.js";
import { grantDrift } from "../../src/report/grant-drift.js";

const declared: GrantRow = {
  ...{ instanceArn: "arn:aws:sso:::instance/ssoins-1", principalType: "GROUP", principalId: null },
  ...{ principalName: "DevOps", permissionSetArn: null, permissionSet: "ReadOnlyAccess" },
  ...{ targetType: "AWS_ACCOUNT", targetId: "222222222222", targetName: "plat-dev" },
};
const live: GrantRow = {
  ...declared,
  principalId: "p-1",
  permissionSetArn: "arn:aws:sso:::permissionSet/x/ps-1",
};

describe("drift of grants", () => {
  it("is none when both say the same, though only AWS knows the ids", () => {
    expect(grantDrift([declared], [live])).toEqual({ missing: [], undeclared: [] });
  });

  it("tells what only one has", () => {
    const gone = { ...live, principalId: "p-9", principalName: null, permissionSet: null, targetName: null };
    const drift = grantDrift([declared, { ...declared, targetId: "333333333333" }], [live, gone]);
    expect(drift.missing.map((g) => g.accountId)).toEqual(["333333333333"]);
    expect(drift.undeclared).toEqual([
      {
        ...{
          accountId: "222222222222",
          accountName: "222222222222",
          principalType: "GROUP",
          principalName: "p-9",
        },
        ...{ permissionSet: "arn:aws:sso:::permissionSet/x/ps-1", expiresAt: null },
      },
    ]);
  });

  it("does not take a user for a group of the same name, nor another id for the same group", () => {
    expect(grantDrift([declared], [{ ...live, principalType: "USER" }]).undeclared).toHaveLength(1);
  });
});

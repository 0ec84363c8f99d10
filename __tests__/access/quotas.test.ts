import { describe, expect, it } from "vitest";
import type { AccessModel, Grant } from "../../src/access/model.js";
import { quotasHold } from "../../src/access/rules/quotas.js";
import { permissionSet } from "../../src/catalog/stock/policy-json.js";

const span = { file: "aws-sso.yaml", line: 1, column: 1, endLine: 1, endColumn: 2 };

function grant(n: number, more: Partial<Grant> = {}): Grant {
  return {
    accountId: "111111111111",
    accountName: "core-root",
    principalType: "GROUP",
    principalName: `G${n}`,
    permissionSet: "ReadOnlyAccess",
    accountType: null,
    expiresAt: null,
    sources: [{ ...span, line: n + 1 }],
    ...more,
  };
}

function modelWith(grants: readonly Grant[], sets = 1): AccessModel {
  return {
    region: "us-east-1",
    partition: "aws",
    instance: null,
    managementAccountId: null,
    permissionSets: Array.from({ length: sets }, (_, n) => permissionSet(`S${n}`, null, {})),
    principals: [],
    grants,
  };
}

const many = (n: number, of: (i: number) => Partial<Grant>): readonly Grant[] =>
  Array.from({ length: n }, (_, i) => grant(i, of(i)));

describe("quotasHold", () => {
  it.each([
    ["100 groups of one set in one account", modelWith(many(100, () => ({})))],
    ["101 users", modelWith(many(101, () => ({ principalType: "USER" })))],
    [
      "101 groups in two accounts",
      modelWith(many(101, (i) => (i < 51 ? {} : { accountId: "222222222222" }))),
    ],
    ["101 groups with two sets", modelWith(many(101, (i) => (i < 51 ? {} : { permissionSet: "Other" })))],
    ["500 sets in an account", modelWith(many(500, (i) => ({ permissionSet: `S${i}` })))],
    ["one set for many in an account", modelWith(many(501, (i) => ({ permissionSet: `S${i % 400}` })))],
    ["3,500 sets", modelWith([], 3_500)],
  ])("accepts %s", (_what, model) => {
    expect(quotasHold(model)).toEqual([]);
  });

  it("refuses the 101st group of a set in an account, where it was written", () => {
    expect(quotasHold(modelWith(many(101, () => ({}))))).toMatchObject([
      {
        code: "IDC347",
        severity: "error",
        span: { line: 101 },
        message: expect.stringContaining("101 groups"),
      },
    ]);
  });

  it("warns of what can be raised", () => {
    const account = quotasHold(modelWith(many(501, (i) => ({ permissionSet: `S${i}` }))));
    expect(account).toMatchObject([
      { severity: "warning", message: expect.stringContaining('"core-root" has 501') },
    ]);
    expect(quotasHold(modelWith([], 3_501))).toMatchObject([
      { severity: "warning", span: null, message: expect.stringContaining("3501 permission sets") },
    ]);
  });
});

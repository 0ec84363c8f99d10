import { describe, expect, it } from "vitest";
import { accessReports } from "../../src/report/access.js";
import { accessSince, earlierAccess, type PlainGrant } from "../../src/report/access-since.js";
import { reportHtml } from "../../src/report/html/report.js";

const grant: PlainGrant = {
  ...{ accountId: "222222222222", accountName: "plat-dev", principalType: "GROUP", principalName: "DevOps" },
  ...{ permissionSet: "ReadOnlyAccess", expiresAt: null },
};
const other: PlainGrant = {
  ...grant,
  permissionSet: "PowerUserAccess",
  expiresAt: "2026-12-01T00:00:00.000Z",
};
const earlier = { title: "Access", createdAt: "2026-10-24T00:00:00.000Z", grants: [grant] };
const place = { ou: null, accountTypes: ["dev"], sources: ["a.yaml:1:1"] };
const html = reportHtml({
  ...{ title: "Access", createdAt: "2026-10-24T00:00:00.000Z", instance: null, sets: [] },
  ...{
    grants: [
      { ...grant, ...place },
      { ...other, ...place },
    ],
    findings: null,
    drift: null,
    since: null,
  },
});

describe("changes since an earlier report", () => {
  it("are grants added and removed", () => {
    const { added, removed, ends, title } = accessSince(earlier, [other]);
    expect([added, removed, ends, title]).toEqual([[other], [grant], [], "Access"]);
  });

  it("are ends: a grant that now stays is no new grant", () => {
    const before = { ...earlier, grants: [other] };
    const now = { ...other, expiresAt: null };
    expect(accessSince(before, [now])).toMatchObject({
      added: [],
      removed: [],
      ends: [{ grant: now, before: other.expiresAt }],
    });
  });

  it("are none when an account was renamed", () => {
    const { added, removed } = accessSince(earlier, [{ ...grant, accountName: "plat-development" }]);
    expect([added, removed]).toEqual([[], []]);
  });
});

describe("an earlier report", () => {
  it("is read from the HTML", () => {
    expect(earlierAccess(html)).toEqual({
      title: "Access",
      createdAt: "2026-10-24T00:00:00.000Z",
      grants: [grant, other],
    });
  });

  it("is read from the JSON of identity access", () => {
    const json = accessReports.json({
      ...{ region: "eu-west-1", partition: "aws", instance: null, managementAccountId: null },
      ...{ permissionSets: [], principals: [], grants: [{ ...grant, accountType: "dev", sources: [] }] },
    });
    expect(earlierAccess(json)).toEqual({ title: null, createdAt: null, grants: [grant] });
  });

  it.each([
    ["no report", "<html></html>"],
    ["no JSON", "grants"],
    ["JSON of another kind", '{"version":1,"grants":[{"accountId":1}]}'],
    ["JSON of another version", JSON.stringify({ version: 2, grants: [grant] })],
    ["HTML that was cut", html.slice(0, html.indexOf('"grants"'))],
    ["a page whose grants point at nothing", html.replace('"grants":[0,0,', '"grants":[7,0,')],
    ["a page whose grants are cut", html.replace('"grants":[0,', '"grants":[')],
  ])("is not read from %s", (_, text) => {
    expect(earlierAccess(text)).toBeNull();
  });
});

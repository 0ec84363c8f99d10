import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coloured, plain } from "../../src/report/paint.js";
import { quotasJson, quotasText } from "../../src/report/quotas.js";
import { quotaOf } from "../doubles/audit-result.js";
import { hostile } from "./markdown-faults.js";

const groups = quotaOf(100, 100, {
  quota: "groups per permission set and account",
  subject: "Audit in dev",
  place: { accountId: "100000000002", permissionSet: "Audit" },
  raisable: false,
  next: "one more group",
});
const sets = quotaOf(912, 3500, { quota: "permission sets", subject: null, next: "one more set" });

describe("quotas", () => {
  it("are a table, numbers to the right, with what hits each next", () => {
    expect(quotasText([groups, quotaOf(45, 50), sets], plain).split("\n")).toEqual([
      "quota                                  used  limit                     raised      where",
      "groups per permission set and account   100    100  100 %  ██████████  never       Audit in dev",
      "  one more group",
      "permission sets per account              45     50   90 %  █████████░  on request  dev",
      "  the next 6 permission sets in dev",
      "permission sets                         912   3500   26 %  ██░░░░░░░░  on request  the instance",
      "  one more set",
      "",
    ]);
  });

  it("are red at the limit and beyond, yellow above 80 %, and have a full bar only at the limit", () => {
    const line = (used: number) => quotasText([quotaOf(used, 1000)], coloured).split("\n")[1] ?? "";
    expect(line(1001)).toMatch(/^\u001b\[31m.*100 % {2}█{10} /);
    expect(line(1000)).toMatch(/^\u001b\[31m.*100 % {2}█{10} /);
    expect(line(999)).toMatch(/^\u001b\[33m.* 99 % {2}█{9}░ /);
    expect(line(801)).toMatch(/^\u001b\[33m/);
    expect(line(800)).not.toContain("\u001b");
    expect(line(9)).toContain("0 %  ░░░░░░░░░░");
  });

  it("are JSON of version 1, with the place by id and name", () => {
    const fields = { ...{ used: 912, limit: 3500, percent: 26, raisable: true }, next: "one more set" };
    expect(JSON.parse(quotasJson([sets, groups]))).toEqual({
      version: 1,
      quotas: [
        { quota: "permission sets", subject: null, accountId: null, permissionSet: null, ...fields },
        expect.objectContaining({ accountId: "100000000002", permissionSet: "Audit", raisable: false }),
      ],
    });
  });

  it("are two lines each, whatever the names are", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), (names) => {
        const quotas = names.map((name) => quotaOf(1, 2, { quota: `x${name}`, subject: name, next: name }));
        const text = quotasText(quotas, plain);
        expect(text.split("\n")).toHaveLength(2 * names.length + 2);
        expect(text).not.toMatch(/[\r\u001b\u202e]/);
      }),
    );
  });
});

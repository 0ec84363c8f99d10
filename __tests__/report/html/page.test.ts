import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { bandKey, columnsOf } from "../../../browser/report/columns.js";
import { matches, selected } from "../../../browser/report/filter.js";
import { newModel } from "../../../browser/report/model.js";
import { moved } from "../../../browser/report/move.js";
import { offsetsOf, windowOf } from "../../../browser/report/offsets.js";
import { indented, statementsOfText } from "../../../browser/report/policy.js";
import { rowsOf } from "../../../browser/report/rows.js";
import { hashOf, initial, stateOf } from "../../../browser/report/state.js";
import type { ReportGrant, ReportSet } from "../../../src/report/html/input.js";
import { pageData } from "../../../src/report/html/page-data.js";

const grant: ReportGrant = {
  ...{ accountId: "222222222222", accountName: "plat-dev", ou: "/Platform/Dev", accountTypes: ["dev"] },
  ...{ principalType: "GROUP", principalName: "DevOps", permissionSet: "ReadOnlyAccess" },
  ...{ expiresAt: null, sources: ["catalog/aws-sso.yaml:7:5"] },
};
const prod = {
  ...grant,
  accountId: "333333333333",
  accountName: "plat-prod",
  ou: "/Platform",
  accountTypes: ["prod"],
};
const set: ReportSet = {
  ...{ name: "ReadOnlyAccess", description: null, managedPolicies: [], customerManagedPolicies: [] },
  ...{ inlinePolicy: null, permissionsBoundary: null, sessionDuration: null, privilege: "read" },
};
const grants: readonly ReportGrant[] = [
  { ...grant, principalType: "USER", principalName: "Ana" },
  prod,
  grant,
  { ...grant, permissionSet: "Zzz" },
  { ...grant, principalName: "Auditors", permissionSet: "Unknown" },
];
const model = newModel(
  pageData({
    ...{ title: "", createdAt: "", instance: null, findings: null, drift: null, since: null, grants },
    sets: [set, { ...set, name: "Zzz", privilege: "admin" }],
  }),
);
const all = selected(model, initial);
const names = (list: readonly number[]) =>
  list.map(
    (g) =>
      `${model.page.principals[model.principal[g] ?? -1]?.name} ${model.page.setNames[model.set[g] ?? -1]}`,
  );

describe("the script and the style of the report", () => {
  it("are in the program as they are in browser/report", () => {
    expect(execFileSync(process.execPath, ["scripts/report-page.mjs", "--check"], { encoding: "utf8" })).toBe(
      "",
    );
  });
});

describe("the address of the page", () => {
  it("is empty for what is as at first", () => {
    expect(hashOf(initial)).toBe("#");
  });

  it("keeps everything, whatever is in it", () => {
    const odd = "a&b=c#d %+é\u202e";
    const texts = {
      q: odd,
      kind: "USER",
      privilege: odd,
      set: odd,
      type: odd,
      ou: odd,
      account: odd,
      who: odd,
    };
    const state = {
      ...texts,
      ...({ view: "sets", by: "ou" } as const),
      open: [odd, "x"],
      show: odd,
      severity: odd,
    };
    expect(stateOf(hashOf(state))).toEqual(state);
  });

  it("is not believed where it makes no sense", () => {
    expect(stateOf("#view=toString&by=name&other=1")).toEqual(initial);
  });
});

describe("filters of grants", () => {
  it("keep groups before users, and those by name", () => {
    expect(names(all)).toEqual([
      "Auditors Unknown",
      "DevOps ReadOnlyAccess",
      "DevOps ReadOnlyAccess",
      "DevOps Zzz",
      "Ana ReadOnlyAccess",
    ]);
  });

  it.each([
    [{ kind: "USER" }, ["Ana ReadOnlyAccess"]],
    [{ privilege: "admin" }, ["DevOps Zzz"]],
    [{ privilege: "unknown" }, ["Auditors Unknown"]],
    [{ set: "Zzz" }, ["DevOps Zzz"]],
    [{ type: "prod" }, ["DevOps ReadOnlyAccess"]],
    [{ ou: "/Platform/Dev", kind: "USER" }, ["Ana ReadOnlyAccess"]],
    [{ ou: "/Plat" }, []],
    [{ q: "devops 3333" }, ["DevOps ReadOnlyAccess"]],
    [{ q: "devops ana" }, []],
    [{ q: " ZZZ " }, ["DevOps Zzz"]],
  ])("%j", (change, expected) => {
    expect(names(selected(model, { ...initial, ...change }))).toEqual(expected);
  });

  it("by an OU include those below it", () => {
    expect(selected(model, { ...initial, ou: "/Platform" })).toHaveLength(5);
  });

  it("look for each word anywhere", () => {
    expect([matches("B a", "xa", "yb"), matches("a c", "xa", "yb")]).toEqual([true, false]);
  });
});

describe("the matrix", () => {
  it("has one column for each band, or one for each account of an open band", () => {
    expect(columnsOf(model, all, "type", []).list.map((c) => [c.band.key, c.account])).toEqual([
      ["dev", null],
      ["prod", null],
    ]);
    const open = columnsOf(model, all, "ou", ["/Platform/Dev"]);
    expect(
      open.list.map((c) => [c.band.key, c.account === null ? null : model.page.accounts[c.account]?.name]),
    ).toEqual([
      ["/Platform", null],
      ["/Platform/Dev", "plat-dev"],
    ]);
  });

  it("has an account of two types in one band, and one of none too", () => {
    const account = { id: "1", name: "a", ou: null };
    expect(bandKey({ ...account, types: ["prod", "network"] }, "type")).toBe("network, prod");
    expect(bandKey({ ...account, types: [] }, "type")).toBe("no account type");
    expect(bandKey({ ...account, types: [] }, "ou")).toBe("no OU known");
  });

  it("has the sets that allow most first, with the number of accounts", () => {
    const rows = rowsOf(model, all, columnsOf(model, all, "type", []));
    const shown = rows.map((row) =>
      [...row.cells].map(([c, lines]) => [
        c,
        lines.map((l) => `${model.page.setNames[l.set]} ${l.level} ${l.count}`),
      ]),
    );
    expect(shown).toEqual([
      [[0, ["Unknown unknown 1"]]],
      [
        [1, ["ReadOnlyAccess read 1"]],
        [0, ["Zzz admin 1", "ReadOnlyAccess read 1"]],
      ],
      [[0, ["ReadOnlyAccess read 1"]]],
    ]);
    expect(rows.map((row) => row.lines)).toEqual([1, 2, 1]);
  });

  it("is moved through from edge to edge, and not over it", () => {
    const columns = columnsOf(model, all, "type", []);
    const go = (r: number, c: number, key: string, ctrl = false) => moved({ r, c }, key, ctrl, columns, 3, 2);
    expect(go(0, 0, "ArrowLeft")).toEqual({ r: 0, c: -1 });
    expect(go(0, -1, "ArrowLeft")).toEqual({ r: 0, c: -1 });
    expect(go(2, 1, "ArrowDown")).toEqual({ r: 2, c: 1 });
    expect(go(-2, 0, "ArrowRight")).toEqual({ r: -2, c: 1 });
    expect(go(0, 0, "PageDown")).toEqual({ r: 2, c: 0 });
    expect(go(1, 0, "PageUp")).toEqual({ r: 0, c: 0 });
    expect(go(0, 0, "End", true)).toEqual({ r: 2, c: 1 });
    expect(go(0, 0, "a")).toBeNull();
  });

  it("draws what is between two points, and a little more", () => {
    const offsets = offsetsOf([10, 20, 30, 40]);
    expect(offsets).toEqual([0, 10, 30, 60, 100]);
    expect(windowOf(offsets, 10, 59, 0)).toEqual([1, 3]);
    expect(windowOf(offsets, 10, 60, 1)).toEqual([0, 4]);
    expect(windowOf(offsets, 500, 900, 0)).toEqual([3, 4]);
    expect(windowOf(offsetsOf([]), 0, 100, 3)).toEqual([0, 0]);
  });
});

describe("a policy in words", () => {
  it("says what a statement leaves out", () => {
    const text =
      '{"Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":["a","b"],"Condition":{"Bool":{"aws:SecureTransport":false}}}}';
    expect(statementsOfText(text)).toEqual([
      {
        ...{
          sid: "",
          effect: "Deny",
          actions: ["iam:*"],
          allBut: true,
          resources: ["a", "b"],
          allButResources: true,
        },
        conditions: ["Bool aws:SecureTransport: false"],
      },
    ]);
  });

  it("is left as it is when it is no policy", () => {
    expect([statementsOfText("no"), statementsOfText("[]"), indented("no")]).toEqual([null, null, "no"]);
  });
});

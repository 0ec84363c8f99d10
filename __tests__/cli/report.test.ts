import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";

const vars = {
  region: "us-east-1",
  account_map: { full_account_map: { "plat-dev": "100000000002", "plat-prod": "100000000003" } },
  account_types: { prod: { accounts: ["plat-prod"] } },
  account_assignments: { "plat-dev": { groups: { Devs: { permission_sets: ["PowerUserAccess"] } } } },
  account_type_assignments: { prod: { groups: { Devs: { permission_sets: ["ReadOnlyAccess"] } } } },
};
const text = (more: object = {}): string =>
  JSON.stringify({ components: { terraform: { "aws-sso": { vars: { ...vars, ...more } } } } });
const file = "catalog/aws-sso.yaml";
const audit = {
  version: 1,
  instance: { arn: "arn:aws:sso:::instance/ssoins-1" },
  findings: [
    {
      ...{ key: "IDC601/-/-/-/X", code: "IDC601", severity: "error", message: "it is not there", hint: null },
      ...{ file: null, line: null, column: null, details: [] },
      subject: { accountId: null, principalType: null, principalName: null, permissionSet: "X", quota: null },
    },
  ],
  drift: { missing: [], undeclared: [] },
};

describe("identity report", () => {
  it("has each grant with its account types and how much it allows", async () => {
    const cwd = project({ [file]: text() });
    const json = JSON.parse((await identity(cwd, ["report", "--format", "json"])).out);
    expect(json).toMatchObject({
      version: 1,
      title: "AWS access",
      instance: null,
      findings: null,
      since: null,
    });
    expect(json.grants).toMatchObject([
      { accountName: "plat-dev", accountTypes: [], permissionSet: "PowerUserAccess" },
      { accountName: "plat-prod", accountTypes: ["prod"], permissionSet: "ReadOnlyAccess", ou: null },
    ]);
    const privileges = json.sets.map((s: { name: string; privilege: string }) => [s.name, s.privilege]);
    expect(Object.fromEntries(privileges)).toMatchObject({
      ...{
        AdministratorAccess: "admin",
        PowerUserAccess: "write",
        ReadOnlyAccess: "read",
        RootAccess: "root",
      },
    });
    const { out: csv } = await identity(cwd, ["report", "--format", "csv"]);
    expect(csv.split("\n")[2]).toMatch(
      /^100000000003,plat-prod,,prod,GROUP,Devs,ReadOnlyAccess,read,,catalog/,
    );
  });

  it("shows what changed since an earlier report, whatever its format was, and an audit's findings", async () => {
    const cwd = project({ [file]: text(), "audit.json": JSON.stringify(audit) });
    for (const [format, name] of [
      ["html", "old.html"],
      ["json", "old.json"],
    ] as const) {
      const { code, err } = await identity(cwd, ["report", "--format", format, "--out", name]);
      expect([code, err]).toEqual([0, expect.stringMatching(new RegExp(`${name} written\n$`))]);
    }
    writeFileSync(join(cwd, file), text({ account_type_assignments: {} }));
    for (const name of ["old.html", "old.json"]) {
      const args = ["report", "--format", "markdown", "--since", name, "--audit", "audit.json"];
      const { code, out } = await identity(cwd, args);
      expect(code).toBe(0);
      expect(out).toContain("**1 grant taken away since then**");
      expect(out).toContain("| plat-prod | group Devs | ReadOnlyAccess |");
      expect(out).toContain("| error | IDC601 | it is not there |");
    }
    expect(readFileSync(join(cwd, "old.html"), "utf8")).toMatch(/^<!doctype html>/);
  });

  it("counts many in words that people use", async () => {
    const cwd = project({ [file]: text({ account_type_assignments: {} }) });
    await identity(cwd, ["report", "--format", "json", "--out", "old.json"]);
    const Devs = { permission_sets: ["ReadOnlyAccess", "PowerUserAccess"] };
    writeFileSync(join(cwd, file), text({ account_type_assignments: { prod: { groups: { Devs } } } }));
    const { out } = await identity(cwd, ["report", "--format", "markdown", "--since", "old.json"]);
    expect(out).toContain("**2 grants added since then**");
    expect(out).toContain("**2 entries of the whole access**");
  });

  it("takes nothing else for an audit or a report, and writes nothing then", async () => {
    const cwd = project({ [file]: text(), "x.json": "{}", "cut.html": "<!doctype html>" });
    for (const [option, name] of [
      ["--audit", "x.json"],
      ["--since", "x.json"],
      ["--since", "cut.html"],
    ]) {
      const { code, out, err } = await identity(cwd, ["report", option ?? "", name ?? ""]);
      expect([code, out]).toEqual([3, ""]);
      expect(err).toContain("error IDC623: ");
    }
    const { code, err } = await identity(cwd, ["report", "--since", "absent.html"]);
    expect(code).toBe(3);
    expect(err).toContain("absent.html");
  });

  it("refuses an audit of another instance than that of the directory", async () => {
    const account = { status: "ACTIVE", ou: "/", ouIds: ["r-ab12"], tags: {} };
    const snapshot = {
      version: 1,
      instance: {
        ...{ arn: "arn:aws:sso:::instance/ssoins-7223aaaabbbbcccc", identityStoreId: "d-1234567890" },
        ...{ ownerAccountId: "100000000001", region: "us-east-1" },
      },
      managementAccountId: "100000000001",
      accounts: [
        { id: "100000000001", name: "root", ...account },
        { id: "100000000002", name: "plat-dev", ...account },
        { id: "100000000003", name: "plat-prod", ...account },
      ],
      groups: [{ id: "90676c0a2e-11111111-2222-3333-4444-555555555555", displayName: "Devs", scim: true }],
      users: [],
    };
    const cwd = project({
      ...{ [file]: text(), "audit.json": JSON.stringify(audit) },
      "catalog/directory.json": JSON.stringify(snapshot),
    });
    const { code, out, err } = await identity(cwd, ["report", "--audit", "audit.json"]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain("error IDC622: audit.json is an audit of arn:aws:sso:::instance/ssoins-1, ");
  });
});

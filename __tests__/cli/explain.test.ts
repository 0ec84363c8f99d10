import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";

const base = `vars:
  region: us-east-1
components:
  terraform:
    base:
      metadata: { type: abstract }
      vars:
        account_assignments:
          plat-dev:
            groups:
              Ops: { permission_sets: [AdministratorAccess] }
              Auditors: { permission_sets: [ReadOnlyAccess] }
`;
const catalog = `import: [./base]
readers: &readers [ReadOnlyAccess]
components:
  terraform:
    aws-sso:
      metadata: { component: aws-sso, inherits: [base] }
      vars:
        account_map:
          full_account_map: { plat-dev: "333333333331", plat-prod: "333333333334", plat-old: "333333333335" }
        account_types:
          plat: { accounts: ["plat-*"], exclude: [plat-old] }
        account_assignments:
          plat-dev:
            groups:
              Ops: { permission_sets: [PowerUserAccess] }
              Gone: { permission_sets: [ReadOnlyAccess], expires_at: 2026-01-31 }
        account_type_assignments:
          plat:
            groups:
              Developers: { permission_sets: *readers }
`;
const explain = (...args: readonly string[]) =>
  identity(project({ "catalog/base.yaml": base, "catalog/aws-sso.yaml": catalog }), ["explain", ...args]);

describe("identity explain", () => {
  it("shows each grant with the lines that give it and how they got there", async () => {
    const { code, out } = await explain("--group", "Developers", "--account", "plat-prod");
    expect(code).toBe(0);
    expect(out).toContain("plat-prod (333333333334)\n  group Developers  ReadOnlyAccess\n");
    expect(out).toContain("account_type_assignments.plat.groups.Developers");
    expect(out).toContain("by type plat: matches glob plat-* (line 11)");
    expect(out).toContain("through the anchor &readers at line 2, used at line 20");
  });

  it("gives exactly the grants and the sources that access gives", async () => {
    const folder = project({ "catalog/base.yaml": base, "catalog/aws-sso.yaml": catalog });
    const access = JSON.parse((await identity(folder, ["access", "--format", "json"])).out);
    expect(access.grants.length).toBe(4);
    for (const grant of access.grants) {
      const { out } = await identity(folder, [
        ...["explain", "--format", "json", "--group", grant.principalName],
        ...["--account", grant.accountId, "--permission-set", grant.permissionSet],
      ]);
      const { grants } = JSON.parse(out);
      expect(grants).toHaveLength(1);
      expect(grants[0]).toMatchObject({ accountId: grant.accountId, permissionSet: grant.permissionSet });
      expect(
        grants[0].because.map((b: Record<string, unknown>) => [b["file"], b["line"], b["column"]]),
      ).toEqual(grant.sources.map((s: Record<string, unknown>) => [s["file"], s["line"], s["column"]]));
    }
  });

  it("says where inherited access comes from", async () => {
    const { out } = await explain("--group", "Auditors");
    expect(out).toContain("catalog/base.yaml:12");
    expect(out).toContain("base");
  });

  it.each([
    [
      "a list that a higher layer replaced",
      ["--group", "Ops", "--permission-set", "AdministratorAccess"],
      /catalog\/base\.yaml:11/,
    ],
    ["an exclusion", ["--group", "Developers", "--account", "plat-old"], /exclu/],
    ["an end", ["--group", "Gone"], /2026-01-31/],
    ["a slip in a name", ["--group", "developers"], /did you mean "Developers"/],
    [
      "other sets",
      ["--group", "Developers", "--account", "plat-dev", "--permission-set", "PowerUserAccess"],
      /has ReadOnlyAccess there/,
    ],
  ])("says why not: %s", async (_what, args, text) => {
    const { code, out } = await explain(...args);
    expect([code, text.test(out), out]).toEqual([0, true, out]);
    const json = JSON.parse((await explain(...args, "--format", "json")).out);
    expect(json.grants).toEqual([]);
  });

  it("prints JSON as documented", async () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../docs/json/explain.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
    const questions = [
      ["--group", "Developers"],
      ["--group", "Ops", "--permission-set", "AdministratorAccess"],
      ["--group", "Gone"],
      ["--group", "developers"],
      ["--account", "plat-old"],
      ["--permission-set", "ReadOnlyAccess"],
    ];
    for (const question of questions) {
      const { out } = await explain(...question, "--format", "json");
      validate(JSON.parse(out));
      expect([question, validate.errors ?? []]).toEqual([question, []]);
    }
  });

  it("says what it cannot know of a user", async () => {
    const { err } = await explain("--user", "jo@example.com");
    expect(err).toContain("use --group");
  });

  it.each([
    [[]],
    [["--account", "plat-dve"]],
    [["--permission-set", "ReadOnly"]],
    [["--group", "A", "--user", "b"]],
  ])("refuses %j", async (args) => {
    const { code, out, err } = await explain(...args);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/error/);
  });
});

import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, invalidCatalog, namedCatalog, placeOf, snapshot } from "./example.js";

const access = (catalog: string, ...args: readonly string[]) =>
  identity(project({ [catalogPath]: catalog, "named.json": snapshot }), ["access", ...args]);

describe("identity access", () => {
  it("gives every grant and every set as JSON, field by field, sorted, offline", async () => {
    const { code, out, err } = await access(exampleCatalog, "--format", "json");
    expect([code, err]).toEqual([0, ""]);
    const { version, grants, permissionSets, ...rest } = JSON.parse(out);
    expect([version, rest]).toEqual([1, {}]);
    const dev = { accountId: "100000000002", accountName: "dev", expiresAt: null };
    const root = { accountId: "100000000001", accountName: "root", expiresAt: null };
    const admins = { principalType: "GROUP", principalName: "Admins" };
    const at = (needle: string, nth: number) => [
      { file: catalogPath, ...placeOf(exampleCatalog, needle, nth) },
    ];
    // In the text, the first is the policy of the set.
    const typed = at('"ReadOnlyAccess"', 2);
    expect(grants).toEqual([
      { ...root, ...admins, permissionSet: "ReadOnlyAccess", accountType: "all", sources: typed },
      {
        ...dev,
        ...admins,
        permissionSet: "Own",
        accountType: null,
        sources: at('"Own"', 2),
      },
      { ...dev, ...admins, permissionSet: "ReadOnlyAccess", accountType: "all", sources: typed },
      {
        ...dev,
        principalType: "USER",
        principalName: "jo@example.com",
        permissionSet: "Own",
        accountType: null,
        sources: at('"Own"', 3),
      },
    ]);
    const names = permissionSets.map((s: { name: string }) => s.name);
    expect(names).toEqual([...names].sort());
    expect(permissionSets.find((s: { name: string }) => s.name === "Own")).toEqual({
      name: "Own",
      description: "our own",
      managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
      customerManagedPolicies: [{ name: "Team", path: "/team/" }],
      inlinePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::b/*" }],
      },
      permissionsBoundary: { name: "Edge", path: "/" },
      sessionDuration: "PT4H",
      relayState: "https://console.aws.amazon.com/s3",
      tags: { Team: "storage" },
    });
  });

  it("gives the stock sets with null and [] for what is absent", async () => {
    const { out } = await access(exampleCatalog, "--format", "json");
    const readOnly = JSON.parse(out).permissionSets.find(
      (s: { name: string }) => s.name === "ReadOnlyAccess",
    );
    expect(readOnly).toMatchObject({
      customerManagedPolicies: [],
      permissionsBoundary: null,
      sessionDuration: null,
      tags: {},
    });
  });

  it("is text for people by default", async () => {
    const { code, out, err } = await access(exampleCatalog);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("dev (100000000002)\n  group Admins         Own, ReadOnlyAccess");
    expect(out).toMatch(/\n4 grants in 2 accounts, \d+ permission sets\n$/);
  });

  it.each([
    ["csv", "accountId,accountName,principalType,principalName,permissionSet,accountType,expiresAt,sources"],
    ["markdown", "| Account | Id | Who | Permission sets |"],
  ])("is %s when asked", async (format, header) => {
    const { code, out } = await access(exampleCatalog, "--format", format);
    expect([code, out.split("\n")[0]]).toEqual([0, header]);
    expect(out).toContain("jo@example.com");
  });

  it("refuses without accounts, and says how to get them: exit code 4", async () => {
    const text = await access(namedCatalog);
    expect([text.code, text.out]).toEqual([4, ""]);
    expect(text.err).toContain("error IDC316: no accounts are known");
    expect(text.err).toContain('run "identity resolve"');
    const json = await access(namedCatalog, "--format", "json");
    expect(json.code).toBe(4);
    expect(JSON.parse(json.out)).toMatchObject({
      version: 1,
      diagnostics: [{ code: "IDC316", severity: "error" }],
    });
  });

  it("takes accounts from a snapshot", async () => {
    const { code, out } = await access(namedCatalog, "--directory", "named.json", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out).grants).toMatchObject([{ accountId: "100000000002", principalName: "Admins" }]);
  });

  it.each(["json", "csv", "markdown", "text"])(
    "prints no %s access of an invalid catalog: exit code 3",
    async (format) => {
      const { code, out, err } = await access(invalidCatalog, "--format", format);
      expect(code).toBe(3);
      expect(err).toContain("error IDC302");
      if (format !== "json") expect(out).toBe("");
      else expect(JSON.parse(out)).toMatchObject({ version: 1, diagnostics: [{ code: "IDC302" }] });
    },
  );
});

describe("every verb that reads a catalog", () => {
  it.each(["access", "synth", "preflight", "resolve", "plan", "apply", "deploy"])(
    "%s gives the diagnostics of an invalid one as JSON: exit code 3",
    async (verb) => {
      const folder = project({ [catalogPath]: invalidCatalog });
      const { code, out, err } = await identity(folder, [verb, "--format", "json"]);
      expect(code).toBe(3);
      expect(JSON.parse(out)).toMatchObject({ version: 1, diagnostics: [{ code: "IDC302", line: 7 }] });
      expect(err).toContain("error IDC302");
    },
  );
});

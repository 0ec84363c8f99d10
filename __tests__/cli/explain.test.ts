import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, invalidCatalog, namedCatalog, placeOf, snapshot } from "./example.js";

const explain = (catalog: string, ...args: readonly string[]) =>
  identity(project({ [catalogPath]: catalog, "named.json": snapshot }), ["explain", ...args]);

describe("identity explain", () => {
  it("shows why a group has what it has", async () => {
    const { code, out, err } = await explain(exampleCatalog, "--group", "Admins", "--account", "root");
    const { line } = placeOf(exampleCatalog, '"ReadOnlyAccess"', 2);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(
      [
        "root (100000000001)",
        "  group Admins  ReadOnlyAccess",
        `    ${catalogPath}:${line}  account_type_assignments.all.groups.Admins`,
        `      by type all: matches glob * (line ${placeOf(exampleCatalog, '"*"').line})`,
        "",
      ].join("\n"),
    );
  });

  it("says of a user that groups are not looked at, on stderr", async () => {
    const { code, out, err } = await explain(exampleCatalog, "--user", "jo@example.com", "--format", "json");
    expect([code, err.split("\n").length]).toEqual([0, 2]);
    expect(err).toContain("use --group");
    expect(JSON.parse(out).grants).toMatchObject([{ permissionSet: "Own", because: [{ via: [] }] }]);
  });

  it("takes an account by its id, and everything together: exit code 0 also when there is no grant", async () => {
    const args = ["--group", "Admins", "--account", "100000000001", "--permission-set", "Own"];
    const { code, out } = await explain(exampleCatalog, ...args);
    expect(code).toBe(0);
    expect(out).toContain("group Admins does not have Own in root (100000000001)\n");
    expect(out).toContain("to grant it, add Own to this list; it reaches dev too\n");
  });

  it("looks at ends as of --now", async () => {
    const ending = exampleCatalog.replace(
      '"Admins":{"permission_sets":["ReadOnlyAccess"]',
      '"Admins":{"expires_at":"2027-01-01","permission_sets":["ReadOnlyAccess"]',
    );
    const asked = ["--group", "Admins", "--account", "root"];
    expect((await explain(ending, ...asked)).out).toContain("ReadOnlyAccess  until 2027-01-01\n");
    expect((await explain(ending, ...asked, "--now", "2027-01-01")).out).toContain("expired on 2027-01-01");
  });

  it.each([
    [[], "give at least one of --group, --user, --account and --permission-set"],
    [["--group", "A", "--user", "B"], "cannot be used with option '--user <name>'"],
    [["--account", "deb"], 'error: unknown account "deb" - did you mean "dev"?'],
    [["--account", "all"], '"all" is an account type: give one of its accounts, such as root, dev'],
    [["--permission-set", "own"], 'error: unknown permission set "own" - did you mean "Own"?'],
  ])("%j: exit code 3, and nothing on stdout", async (args, message) => {
    const { code, out, err } = await explain(exampleCatalog, ...args, "--format", "json");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(message);
  });

  it("ends on an invalid catalog with its diagnostics: exit code 3", async () => {
    const { code, out } = await explain(invalidCatalog, "--group", "Admins", "--format", "json");
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ version: 1, diagnostics: [{ code: "IDC302" }] });
  });

  it("refuses without accounts: exit code 4; takes them from a snapshot", async () => {
    const without = await explain(namedCatalog, "--group", "Admins");
    expect([without.code, without.out]).toEqual([4, ""]);
    expect(without.err).toContain("IDC316");
    const { code, out } = await explain(namedCatalog, "--group", "Admins", "--directory", "named.json");
    expect(code).toBe(0);
    expect(out).toContain("dev (100000000002)\n  group Admins  ReadOnlyAccess\n");
  });
});

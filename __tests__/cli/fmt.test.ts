import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fmt } from "../../src/cli/verbs/fmt.js";
import { project } from "../doubles/project.js";
import { fakeShell, identity } from "../doubles/shell.js";

const ugly = `components:
  terraform:
    aws-sso:
      metadata: { component: aws-sso }
      vars:
        region: us-east-1
        account_map:
          full_account_map: { plat-dev: "333333333331" }
        account_assignments:
          plat-dev:
            groups:
              DevOps: # on call
                permission_sets:
                  - ReadOnlyAccess # to look
                  - AdministratorAccess # to repair
`;
const file = "catalog/aws-sso.yaml";
const read = (folder: string): string => readFileSync(join(folder, file), "utf8");

describe("identity fmt", () => {
  it("sorts lists with their comments, once, and changes no grant", async () => {
    const folder = project({ [file]: ugly });
    const grants = async () => {
      const { out } = await identity(folder, ["access", "--format", "csv"]);
      return out.split("\n").map((row) => row.split(",").slice(0, 5).join());
    };
    const before = await grants();
    expect((await identity(folder, ["fmt"])).code).toBe(0);
    const once = read(folder);
    expect(once).toMatch(/- AdministratorAccess # to repair\n +- ReadOnlyAccess # to look\n/);
    expect(once).toContain("DevOps: # on call");
    expect(await grants()).toEqual(before);
    expect((await identity(folder, ["fmt"])).code).toBe(0);
    expect(read(folder)).toBe(once);
  });

  it("with --check changes nothing and ends with 2", async () => {
    const folder = project({ [file]: ugly });
    const { code, out } = await identity(folder, ["fmt", "--check"]);
    expect(code).toBe(2);
    expect(out).toContain(file);
    expect(read(folder)).toBe(ugly);
    await identity(folder, ["fmt"]);
    expect((await identity(folder, ["fmt", "--check"])).code).toBe(0);
  });

  it("leaves a file with a mistake as it is", async () => {
    const broken = ugly.replace("DevOps:", "DevOps: [");
    const folder = project({ [file]: broken });
    const { code, err } = await identity(folder, ["fmt"]);
    expect(code).toBe(3);
    expect(err).toMatch(/IDC10\d/);
    expect(read(folder)).toBe(broken);
  });
});

const base = "components: { terraform: { base: { vars: { groups: [b, a] } } } }\n";
const child = `import: [catalog/base, { path: catalog/absent, skip_if_missing: true }]
components: { terraform: { aws-sso: { metadata: { inherits: [base] }, vars: { region: us-east-1 } } } }
`;
const two = { [file]: child, "catalog/base.yaml": base };

describe("which files are formatted", () => {
  it("the catalog and its imports, and only those with something to change are written", async () => {
    const folder = project(two);
    const old = new Date("2020-01-01T00:00:00Z");
    utimesSync(join(folder, file), old, old);
    const { code, out, err } = await identity(folder, ["fmt"]);
    expect([code, out, err]).toEqual([0, "catalog/base.yaml formatted\n2 files, 1 changed\n", ""]);
    expect(readFileSync(join(folder, "catalog/base.yaml"), "utf8")).toBe(base.replace("[b, a]", "[a, b]"));
    expect(statSync(join(folder, file)).mtime).toEqual(old);
    expect(readdirSync(join(folder, "catalog")).sort()).toEqual(["aws-sso.yaml", "base.yaml"]);
  });

  it("those that are named, each once, as part of the catalog", async () => {
    const folder = project(two);
    const { out } = await identity(folder, ["fmt", "catalog/base.yaml", `${folder}/catalog/base.yaml`]);
    expect(out).toBe("catalog/base.yaml formatted\n1 file, 1 changed\n");
  });

  it("another catalog, with --catalog or IDENTITY_CATALOG", async () => {
    const folder = project({ "other.yaml": ugly });
    expect((await identity(folder, ["fmt", "--check", "--catalog", "other.yaml"])).code).toBe(2);
    const env = { IDENTITY_CATALOG: "other.yaml" };
    expect((await identity(folder, ["fmt", "--check"], { env })).out).toMatch(
      /^other.yaml:14: not formatted\n/,
    );
    expect((await identity(folder, ["fmt"])).code).toBe(3);
  });

  it("no file at all when one of them has a mistake or is not there: exit code 3", async () => {
    const folder = project({ ...two, "broken.yaml": "a: 1\na: 2\n" });
    const { code, err } = await identity(folder, ["fmt", "catalog/base.yaml", "broken.yaml", "absent.yaml"]);
    expect(code).toBe(3);
    expect(err).toContain("broken.yaml:2:1: error IDC104");
    expect(err).toContain('error IDC102: cannot read "absent.yaml"');
    expect(readFileSync(join(folder, "catalog/base.yaml"), "utf8")).toBe(base);
  });

  it("not when an import is missing", async () => {
    const { code, err } = await identity(project({ [file]: child }), ["fmt"]);
    expect(code).toBe(3);
    expect(err).toContain("error IDC107");
  });
});

describe("what is shown", () => {
  it("the first line that differs, with what cannot be seen in it", async () => {
    const folder = project({
      [file]: "\uFEFFa: 1\r\n",
      "b.yaml": "a: 1 \t\n",
      "c.yaml": "a: 1",
      "d.yaml": "a: 1\n\n",
    });
    const { code, out } = await identity(folder, ["fmt", "--check", file, "b.yaml", "c.yaml", "d.yaml"]);
    expect(code).toBe(2);
    expect(out).toBe(
      [
        `${file}:1: not formatted`,
        "  - \\ufeffa: 1\\u000d",
        "  + a: 1",
        "b.yaml:1: not formatted",
        "  - a: 1··",
        "  + a: 1",
        "c.yaml:2: not formatted",
        "  + ",
        "d.yaml:3: not formatted",
        "  - ",
        "4 files, 4 would change\n",
      ].join("\n"),
    );
  });

  it("as JSON", async () => {
    const folder = project(two);
    const files = [
      { file, changed: false },
      { file: "catalog/base.yaml", changed: true },
    ];
    for (const args of [["--check"], []]) {
      const { code, out } = await identity(folder, ["fmt", "--format", "json", ...args]);
      expect(code).toBe(args.length === 0 ? 0 : 2);
      expect(JSON.parse(out)).toEqual({ version: 1, files });
    }
  });
});

describe("how a file is written", () => {
  it("its mode stays, and a link goes on leading to it", async () => {
    const folder = project({ "real/base.yaml": base, [file]: child });
    const real = join(folder, "real/base.yaml");
    chmodSync(real, 0o640);
    symlinkSync("../real/base.yaml", join(folder, "catalog/base.yaml"));
    expect((await identity(folder, ["fmt", "catalog/base.yaml"])).code).toBe(0);
    expect(lstatSync(join(folder, "catalog/base.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toContain("[a, b]");
    expect(statSync(real).mode & 0o7777).toBe(0o640);
    expect(readdirSync(join(folder, "real"))).toEqual(["base.yaml"]);
  });

  it.skipIf(process.getuid?.() === 0)("one that is protected is left: exit code 1", async () => {
    const folder = project(two);
    chmodSync(join(folder, "catalog/base.yaml"), 0o444);
    const { code, err } = await identity(folder, ["fmt"]);
    expect(code).toBe(1);
    expect(err).toContain("EACCES");
    expect(readFileSync(join(folder, "catalog/base.yaml"), "utf8")).toBe(base);
  });
});

describe("stdin", () => {
  const run = async (
    text: string | Buffer,
    flags: { readonly check?: boolean; readonly format?: string } = {},
  ) => {
    const folder = project(two);
    const shell = fakeShell(folder);
    const code = await fmt(shell, ["-"], { format: "text", ...flags }, async () => Buffer.from(text));
    return { code, ...shell.written };
  };

  it("becomes stdout, formatted as part of the catalog", async () => {
    expect(await run(base)).toEqual({ code: 0, out: base.replace("[b, a]", "[a, b]"), err: "" });
    expect(await run("")).toEqual({ code: 0, out: "", err: "" });
  });

  it("is checked", async () => {
    expect(await run(base, { check: true })).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^<stdin>:1: not formatted/),
    });
    const { code, out } = await run("a: 1\n", { check: true, format: "json" });
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { version: 1, files: [{ file: "<stdin>", changed: false }] },
    ]);
  });

  it("gives nothing but its mistakes", async () => {
    const { code, out, err } = await run("a: 1\na: 2\n");
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("<stdin>:2:1: error IDC104");
    expect(err).toContain("  2 | a: 2");
    expect((await run(Buffer.from([0xff]))).err).toContain('cannot read "<stdin>": it is not UTF-8');
    const json = await run("a: [", { format: "json" });
    expect(JSON.parse(json.out)).toMatchObject({ version: 1, diagnostics: [{ code: "IDC101" }] });
  });

  it.each([
    ["-", "a.yaml"],
    ["a.yaml", "-"],
    ["-", "-"],
  ])("stands alone: %s %s", async (...args) => {
    const { code, err } = await identity(project(two), ["fmt", ...args]);
    expect(code).toBe(3);
    expect(err).toContain('"-" stands alone');
  });
});

it("the catalog that ships is formatted", async () => {
  expect(await identity(process.cwd(), ["fmt", "--check"])).toMatchObject({ code: 0, err: "" });
});

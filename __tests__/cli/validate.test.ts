import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, invalidCatalog, namedCatalog, placeOf, snapshot } from "./example.js";

const { line, column } = placeOf(invalidCatalog, '"ReadOnlyAcess"');
const mistake = {
  code: "IDC302",
  severity: "error",
  message: 'unknown permission set "ReadOnlyAcess" - did you mean "ReadOnlyAccess"?',
  file: catalogPath,
  line,
  column,
  endLine: line,
  endColumn: column + '"ReadOnlyAcess"'.length,
  hint: "define it under permission_sets, or use a stock set",
};

describe("identity validate", () => {
  it("says that a catalog is valid: exit code 0", async () => {
    const { code, out, err } = await identity(project({ [catalogPath]: exampleCatalog }), ["validate"]);
    expect([code, out, err]).toEqual([0, `${catalogPath} is valid\n`, ""]);
  });

  it("shows place, line, carets and hint of a mistake on stderr: exit code 3", async () => {
    const { code, out, err } = await identity(project({ [catalogPath]: invalidCatalog }), ["validate"]);
    expect([code, out]).toEqual([3, ""]);
    const [head, frame, carets, hint, , count] = err.split("\n");
    expect(head).toBe(`${catalogPath}:${line}:${column}: error IDC302: ${mistake.message}`);
    expect(frame?.slice((carets ?? "").indexOf("^"), (carets ?? "").lastIndexOf("^") + 1)).toBe(
      '"ReadOnlyAcess"',
    );
    expect(hint).toBe(`  → ${mistake.hint}`);
    expect(count).toBe("1 error");
  });

  it("gives the same mistake as JSON, field by field, on stdout alone", async () => {
    const folder = project({ [catalogPath]: invalidCatalog });
    const { code, out, err } = await identity(folder, ["validate", "--format", "json"]);
    expect([code, err]).toEqual([3, ""]);
    expect(JSON.parse(out)).toEqual({ version: 1, diagnostics: [mistake] });
  });

  it("reports catalog and snapshot in one go", async () => {
    const folder = project({ [catalogPath]: invalidCatalog, "catalog/directory.json": "{" });
    const { out } = await identity(folder, ["validate", "--format", "json"]);
    const codes = JSON.parse(out).diagnostics.map((d: { code: string }) => d.code);
    expect(codes).toEqual(["IDC302", "IDC103"]);
  });

  it("passes without accounts, and says that they were not checked", async () => {
    const { code, out, err } = await identity(project({ [catalogPath]: namedCatalog }), ["validate"]);
    expect([code, out]).toEqual([0, `${catalogPath} is valid (1 info)\n`]);
    expect(err).toContain("info IDC316");
  });

  it("checks accounts against a snapshot", async () => {
    const other = snapshot.replace('"dev"', '"development"');
    const files = { [catalogPath]: namedCatalog, "catalog/directory.json": other, "named.json": snapshot };
    const folder = project(files);
    expect((await identity(folder, ["validate"])).code).toBe(3);
    expect((await identity(folder, ["validate", "--directory", "named.json"])).code).toBe(0);
  });
});

describe("which files are read", () => {
  const folder = () =>
    project({
      [catalogPath]: invalidCatalog,
      "other.yaml": namedCatalog,
      "named.json": snapshot,
      "bad.json": "{",
    });

  it("IDENTITY_CATALOG, and --catalog before it", async () => {
    const env = { IDENTITY_CATALOG: "other.yaml" };
    expect(await identity(folder(), ["validate"], { env })).toMatchObject({
      code: 0,
      out: /^other\.yaml is valid/,
    });
    const { code } = await identity(folder(), ["validate", "--catalog", catalogPath], { env });
    expect(code).toBe(3);
  });

  it("IDENTITY_DIRECTORY, and --directory before it", async () => {
    const env = { IDENTITY_CATALOG: "other.yaml", IDENTITY_DIRECTORY: "bad.json" };
    expect((await identity(folder(), ["validate"], { env })).err).toContain("bad.json");
    const { code, out } = await identity(folder(), ["validate", "--directory", "named.json"], { env });
    expect([code, out]).toEqual([0, "other.yaml is valid\n"]);
  });

  it("an empty variable counts as none", async () => {
    const env = { IDENTITY_CATALOG: "", IDENTITY_DIRECTORY: "" };
    const { code, err } = await identity(folder(), ["validate"], { env });
    expect(code).toBe(3);
    expect(err).toContain(`${catalogPath}:7`);
  });

  it("a path is shown relative to the current folder, however it was given", async () => {
    const root = folder();
    const { out } = await identity(root, ["validate", "--catalog", `${root}/other.yaml`]);
    expect(out).toMatch(/^other\.yaml is valid/);
  });

  it.each(["nothing.yaml", "catalog", `${catalogPath}/below`])(
    "%s cannot be read: exit code 3",
    async (file) => {
      const { code, err } = await identity(folder(), ["validate", "--catalog", file]);
      expect(code).toBe(3);
      expect(err).toContain(`error IDC102: cannot read "${file}"`);
    },
  );

  it("a snapshot that was asked for must be there", async () => {
    const args = ["validate", "--catalog", "other.yaml", "--directory", "nothing.json"];
    const { code, err } = await identity(folder(), args);
    expect(code).toBe(3);
    expect(err).toContain('error IDC102: cannot read "nothing.json"');
  });
});

describe("--component", () => {
  const two = `components:
  terraform:
    one: { metadata: { component: aws-sso }, vars: { region: us-east-1 } }
    two: { metadata: { component: aws-sso }, vars: { region: 7 } }
`;

  it("chooses one of several, which is needed", async () => {
    const folder = project({ [catalogPath]: two });
    const codeOf = async (...args: readonly string[]) => (await identity(folder, ["validate", ...args])).code;
    expect(await codeOf()).toBe(3);
    expect(await codeOf("--component", "one")).toBe(0);
    expect(await codeOf("--component", "two")).toBe(3);
    const { err } = await identity(folder, ["validate", "--component", "three"]);
    expect(err).toContain('no component "three"');
  });
});

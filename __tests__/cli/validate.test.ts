import { readFileSync } from "node:fs";
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
    expect(JSON.parse(out)).toEqual({ version: 1, diagnostics: [mistake], ignored: [] });
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

/** Two warnings, and a comment after the second. */
const warned = (comment: string) => `components:
  terraform:
    aws-sso:
      vars:
        region: us-east-1
        account_map: { full_account_map: { dev: "100000000002" } }
        account_assignments:
          dev:
            groups:
              Admins: { permission_sets: [ReadOnlyAccess, ReadOnlyAccess] }
              Others: { permission_sets: [ReadOnlyAccess, ReadOnlyAccess] }${comment}
`;
const accepted = warned(" # identity-ignore IDC308 two teams write this list");
const at = (second: string) => placeOf(accepted, "ReadOnlyAccess", second === "Admins" ? 2 : 4);

describe("# identity-ignore", () => {
  const validate = (text: string, ...args: readonly string[]) =>
    identity(project({ [catalogPath]: text }), ["validate", ...args]);

  it("takes a warning out of the text, and counts it", async () => {
    const { code, out, err } = await validate(accepted);
    expect([code, out]).toEqual([0, `${catalogPath} is valid (1 warning, 1 ignored)\n`]);
    expect(err).toContain(`${catalogPath}:${at("Admins").line}:`);
    expect(err).not.toContain(`${catalogPath}:${at("Others").line}:`);
    expect(err.split("\n").at(-2)).toBe("1 warning, 1 ignored");
  });

  it("is told in JSON, with the reason and the place of the comment", async () => {
    const { out } = await validate(accepted, "--format", "json");
    const { diagnostics, ignored } = JSON.parse(out);
    expect(diagnostics).toMatchObject([{ code: "IDC308", ...at("Admins") }]);
    expect(ignored).toMatchObject([
      {
        ...{ code: "IDC308", severity: "warning", file: catalogPath, ...at("Others") },
        reason: "two teams write this list",
        ignoredAt: { file: catalogPath, line: at("Others").line },
      },
    ]);
  });

  it("without a finding is a warning, but not when not everything was looked at", async () => {
    const stale = accepted.replaceAll("[ReadOnlyAccess, ReadOnlyAccess]", "[ReadOnlyAccess]");
    expect((await validate(stale)).err).toContain("warning IDC362: there is no IDC308 on line 11 to ignore");
    expect((await validate(stale, "--component", "aws-sso")).err).toBe("");
    expect((await validate(`${stale}  broken: [`)).err).not.toContain("IDC362");
    const ofDirectory = stale.replace("IDC308", "IDC324");
    expect((await validate(ofDirectory)).err).toBe("");
    const files = { [catalogPath]: ofDirectory, "catalog/directory.json": snapshot };
    expect((await identity(project(files), ["validate"])).err).toContain("there is no IDC324");
  });

  it("silences no error: exit code 3, and a warning at the comment", async () => {
    const wrong = invalidCatalog.replace(/\n$/, " # identity-ignore IDC302 soon\n");
    const { code, err } = await validate(wrong);
    expect(code).toBe(3);
    expect(err).toContain("error IDC302");
    expect(err).toContain("warning IDC361: IDC302 is an error here");
  });

  it("holds for the other verbs too, where the missing accounts stay an error", async () => {
    const { code, err } = await identity(project({ [catalogPath]: accepted }), ["access"]);
    expect([code, err.split("\n").at(-2)]).toEqual([0, "1 warning, 1 ignored"]);
    const named = namedCatalog.replace("aws-sso:", "aws-sso: # identity-ignore IDC316 no accounts in CI");
    expect((await validate(named)).out).toBe(`${catalogPath} is valid (1 ignored)\n`);
    const refused = await identity(project({ [catalogPath]: named }), ["access"]);
    expect(refused.code).toBe(4);
    expect(refused.err).toContain("error IDC316");
  });
});

describe("--format for a pull request", () => {
  const folder = () => project({ [catalogPath]: invalidCatalog });

  it("github: commands on stdout, the verdict on stderr, the exit code of the text", async () => {
    const { code, out, err } = await identity(folder(), ["validate", "--format", "github"]);
    const place = `file=${catalogPath},line=${line},col=${column},endColumn=${mistake.endColumn}`;
    expect(out).toBe(
      `::error ${place},title=IDC302 Unknown permission set::${mistake.message}%0A→ ${mistake.hint}\n`,
    );
    expect([code, err]).toEqual([3, `${catalogPath} is not valid (1 error)\n`]);
    const valid = await identity(project({ [catalogPath]: accepted }), ["validate", "--format", "github"]);
    expect([valid.code, valid.err]).toEqual([0, `${catalogPath} is valid (1 warning, 1 ignored)\n`]);
    expect(valid.out).toMatch(/^::warning file=[^\n]*\n$/);
  });

  it("sarif: one log on stdout, with the version of package.json, and ignored findings suppressed", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const { code, out, err } = await identity(folder(), ["validate", "--format", "sarif"]);
    expect([code, err]).toEqual([3, `${catalogPath} is not valid (1 error)\n`]);
    const [run] = JSON.parse(out).runs;
    expect(run.tool.driver).toMatchObject({ name: "identity", version });
    expect(run.results).toMatchObject([{ ruleId: "IDC302", level: "error" }]);
    const valid = await identity(project({ [catalogPath]: accepted }), ["validate", "--format", "sarif"]);
    expect(JSON.parse(valid.out).runs[0].results).toMatchObject([
      { level: "warning" },
      { level: "warning", suppressions: [{ justification: "two teams write this list" }] },
    ]);
  });

  it("is only for validate", async () => {
    expect((await identity(folder(), ["access", "--format", "sarif"])).code).toBe(3);
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

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Terraform templates
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { resourceTypeOf } from "../../src/catalog/moves/address.js";
import { loadMoves } from "../../src/catalog/moves/load-moves.js";
import { movesSchema, movesSchemaText } from "../../src/catalog/moves/schema.js";
import { catalogFiles } from "../doubles/catalog-files.js";
import { catalogsFolder } from "./load-case.js";

const load = (text: string) =>
  loadMoves(catalogFiles({ "catalog/moves.yaml": text }), "catalog/aws-sso.yaml");

describe("moves.yaml", () => {
  it("lies beside the catalog file and need not be there", () => {
    expect(loadMoves(catalogFiles({}), "aws-sso.yaml")).toEqual({
      moves: { file: "moves.yaml", exists: false, moved: [], imports: [] },
      diagnostics: [],
    });
    expect(load("version: 1\n")).toEqual({
      moves: { file: "catalog/moves.yaml", exists: true, moved: [], imports: [] },
      diagnostics: [],
    });
  });

  it("may have empty lists", () => {
    expect(load("version: 1\nmoved:\nimport:\n").diagnostics).toEqual([]);
  });

  it("is read below the folder of the catalog only, and said to be unreadable", () => {
    const asked: unknown[] = [];
    const files = {
      ...catalogFiles({}),
      read: (...args: unknown[]) => {
        asked.push(args);
        return { text: null, why: "outside", detail: "a link" } as const;
      },
    };
    expect(loadMoves(files, "catalog/aws-sso.yaml").diagnostics).toMatchObject([
      { code: "IDC109", span: null },
    ]);
    expect(asked).toEqual([["catalog/moves.yaml", { below: "catalog" }]]);
  });

  it.each([
    ["[]", "IDC112"],
    ["", "IDC206"],
    ["version: [", "IDC101"],
    ["version: 1\nmoved: 1", "IDC207"],
    ["version: 1\nversion: 1", "IDC104"],
  ])("%j is %s, and nothing of it is used", (text, code) => {
    const { moves, diagnostics } = load(text);
    expect(diagnostics.map((d) => d.code)).toContain(code);
    expect(moves).toEqual({ file: "catalog/moves.yaml", exists: true, moved: [], imports: [] });
  });
});

describe("the schema for editors", () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: true }).compile(
    movesSchema,
  );
  const folder = join(catalogsFolder, "invalid");
  const fixtures = readdirSync(folder).filter((name) => name.startsWith("moves-"));

  it("is current (npm run build, then node scripts/generate.mjs)", () => {
    expect(readFileSync(new URL("../../catalog/schema/moves.schema.json", import.meta.url), "utf8")).toBe(
      movesSchemaText(),
    );
  });

  it.each(fixtures)("says the same of %s as the program does of its shape", (name) => {
    const text = readFileSync(join(folder, name, "moves.yaml"), "utf8");
    const shapeIsWrong = load(text).diagnostics.some((d) => d.code.startsWith("IDC2") || d.code === "IDC379");
    expect(validate(parse(text, { logLevel: "error" }))).toBe(!shapeIsWrong);
  });

  it("is tried on both kinds of fixture", () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(5);
  });
});

describe("an address", () => {
  const set = "aws_ssoadmin_permission_set";
  it.each([
    `${set}.a`,
    `${set}._a-1`,
    `${set}.a[0]`,
    `${set}.a["x"]`,
    `module.m.${set}.a["with space, \\"quotes\\" and \\u00e9"]`,
    `module.m[0].module.n["k"].${set}.a`,
    `${set}.a["$\${x} %%{y} $ %"]`,
    `${set}.größe`,
  ])("is %s", (text) => {
    expect(resourceTypeOf(text)).toBe(set);
  });

  it.each([
    "",
    set,
    `${set}.`,
    `${set}.1a`,
    `${set}.a.b`,
    `${set}.a[x]`,
    `${set}.a[-1]`,
    `${set}.a["`,
    `${set}.a["\${x}"]`,
    `${set}.a["%{x}"]`,
    `${set}.a["\n"]`,
    `${set}.a["\\x"]`,
    ` ${set}.a`,
    `${set}.a\n`,
    `${set}.a # comment`,
    `data.${set}.a`,
    `module.${set}.a`,
    "module.a",
    "var.a",
  ])("is not %j", (text) => {
    expect(resourceTypeOf(text)).toBeNull();
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toData } from "../../src/catalog/yaml/node.js";
import { parseYaml } from "../../src/catalog/yaml/parse.js";
import { hasErrors } from "../../src/diagnostic/diagnostic.js";
import { editorErrors } from "./editor-schema.js";
import { casesIn, catalogsFolder, loadCase } from "./load-case.js";
import { shapeErrors } from "./shape-verdict.js";

interface Case {
  readonly name: string;
  readonly folder: string;
  readonly data: unknown;
}

/** The fixtures of one file that is YAML at all, with no value that only other tools know. */
function singleFiles(kind: "valid" | "invalid"): readonly Case[] {
  return casesIn(kind).flatMap((name) => {
    const folder = join(catalogsFolder, kind, name);
    const isAlone = existsSync(join(folder, "aws-sso.yaml")) && yamlFiles(folder).length === 1;
    if (!isAlone) return [];
    const data = dataOf(readFileSync(join(folder, "aws-sso.yaml"), "utf8"));
    return typeof data === "object" && data !== null ? [{ name, folder, data }] : [];
  });
}

function yamlFiles(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.filter((f) => f.isFile() && /\.ya?ml$/.test(f.name)).map((f) => f.name);
}

/** Undefined for what is no YAML or has tags: neither side has anything to say about its shape. */
function dataOf(text: string): unknown {
  const { root, diagnostics } = parseYaml(text, "aws-sso.yaml");
  return root === null || hasErrors(diagnostics) || /\s!\w/.test(text) ? undefined : toData(root);
}

const valid = singleFiles("valid");
const invalid = singleFiles("invalid");

describe("the schema for editors and the rules, on the fixtures of one file", () => {
  it("are many", () => {
    expect(valid.length).toBeGreaterThan(15);
    expect(invalid.length).toBeGreaterThan(40);
    expect(
      invalid.filter(({ folder }) => shapeErrors(loadCase(folder).diagnostics).length > 0).length,
    ).toBeGreaterThan(15);
  });

  it.each(valid)("accept $name", ({ data }) => {
    expect(editorErrors(data)).toEqual([]);
  });

  it.each(invalid)("agree about the shape of $name", ({ folder, data }) => {
    const { diagnostics } = loadCase(folder);
    const found = shapeErrors(diagnostics).map((d) => `${d.code} ${d.message}`);
    const marked = editorErrors(data);
    expect(marked.length > 0, JSON.stringify({ found, marked }, null, 2)).toBe(found.length > 0);
  });
});

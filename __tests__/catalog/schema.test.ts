import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileSchemaText } from "../../src/catalog/schema/file.js";
import { varsSchema } from "../../src/catalog/schema/vars.js";
import { diagnosticsPage } from "../../src/diagnostic/page.js";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("generated files are current (npm run build, then node scripts/generate.mjs)", () => {
  it("catalog/schema/aws-sso.schema.json", () => {
    expect(read("catalog/schema/aws-sso.schema.json")).toBe(fileSchemaText());
  });

  it("docs/diagnostics.md", () => {
    expect(read("docs/diagnostics.md")).toBe(diagnosticsPage());
  });
});

it("the schema of vars is a schema, which checkVars does not check again", () => {
  expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(varsSchema)).not.toThrow();
});

describe("the schema for editors", () => {
  const schema = JSON.parse(read("catalog/schema/aws-sso.schema.json"));
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  const errorsOf = (text: string): readonly string[] => {
    validate(parse(text, { merge: true, logLevel: "error" }));
    return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  };
  const withVars = (vars: string): string => `{ components: { terraform: { aws-sso: { vars: ${vars} } } } }`;

  it.each(["catalog/aws-sso.yaml", "catalog/accounts.yaml"])("accepts %s", (file) => {
    expect(errorsOf(read(file))).toEqual([]);
  });

  it.each(["cloud-posse", "cloud-posse-2022", "merging", "warnings", "permission-sets"])(
    "accepts the fixture %s",
    (name) => {
      const folder = `__tests__/fixtures/catalogs/valid/${name}/`;
      const file = ["merging", "cloud-posse", "cloud-posse-2022"].includes(name)
        ? "catalog/aws-sso.yaml"
        : "aws-sso.yaml";
      expect(errorsOf(read(folder + file))).toEqual([]);
    },
  );

  it.each([
    "{ account_assignments: { a: { group: {} } } }",
    "{ account_assignments: { a: { groups: { G: { permission_set: [] } } } } }",
    "{ account_assignments: { a: { groups: [G] } } }",
    "{ account_map: { full_account_map: { a: 123456789012 } } }",
    '{ account_map: { full_account_map: { a: "12345678901" } } }',
    "{ account_types: { a: { acounts: [] } } }",
    "{ permission_sets: { A: { inline_policy: { file: x } } } }",
  ])("refuses %s", (vars) => {
    expect(errorsOf(withVars(vars))).not.toEqual([]);
  });

  it("describes every key an editor offers", () => {
    const vars = schema.properties.components.properties.terraform.properties["aws-sso"].properties.vars;
    const undescribed = Object.entries(vars.properties as Record<string, { description?: string }>)
      .filter(([, value]) => !value.description)
      .map(([key]) => key);
    expect(Object.keys(vars.properties).length).toBeGreaterThan(20);
    expect(undescribed).toEqual([]);
  });
});

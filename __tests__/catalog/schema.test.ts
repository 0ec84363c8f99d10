import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { catalogPage } from "../../src/catalog/reference/page.js";
import { fileSchemaText } from "../../src/catalog/schema/file.js";
import type { JsonSchema } from "../../src/catalog/schema/json-schema.js";
import { varsSchema } from "../../src/catalog/schema/vars.js";
import { diagnosticsPage } from "../../src/diagnostic/page.js";
import { editorErrors, editorSchema } from "./editor-schema.js";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const page = read("docs/parts/catalog.md");

describe("generated files are current (npm run generate)", () => {
  it("catalog/schema/aws-sso.schema.json", () => {
    expect(read("catalog/schema/aws-sso.schema.json")).toBe(fileSchemaText(page));
  });

  it("docs/catalog.md", () => {
    expect(read("docs/catalog.md")).toBe(catalogPage(page));
  });

  it("docs/diagnostics.md", () => {
    expect(read("docs/diagnostics.md")).toBe(diagnosticsPage());
  });
});

it("the schema of vars is a schema, which checkVars does not check again", () => {
  const strict = new Ajv({ strict: true, allowUnionTypes: true, keywords: ["editor"] });
  expect(() => strict.compile(varsSchema)).not.toThrow();
});

describe("the schema for editors", () => {
  const errorsOf = (text: string): readonly string[] =>
    editorErrors(parse(text, { merge: true, logLevel: "error" }));
  const withVars = (vars: string): string => `{ components: { terraform: { aws-sso: { vars: ${vars} } } } }`;

  it.each(["catalog/aws-sso.yaml", "catalog/accounts.yaml"])("accepts %s", (file) => {
    expect(errorsOf(read(file))).toEqual([]);
  });

  it.each([
    "{ account_assignments: { a: { group: {} } } }",
    "{ account_assignments: { a: { groups: { G: { permission_set: [] } } } } }",
    "{ account_assignments: { a: { groups: [G] } } }",
    "{ account_map: { full_account_map: { a: 123456789012 } } }",
    '{ account_map: { full_account_map: { a: "12345678901" } } }',
    "{ account_types: { a: { acounts: [] } } }",
    "{ optional_permission_sets: [PartnerCentral] }",
    "{ permission_sets: { A: { inline_policy: { file: x, Statement: [] } } } }",
    "{ permission_sets: { A: { inline_policy: { file: 1 } } } }",
    "{ tf_access_bucket_arn: acme-tfstate }",
  ])("refuses %s", (vars) => {
    expect(errorsOf(withVars(vars))).not.toEqual([]);
    for (const place of [
      "vars",
      "terraform: { vars",
      "overrides: { vars",
      "terraform: { overrides: { vars",
    ]) {
      const ends = " }".repeat(place.split("{").length - 1);
      expect(errorsOf(`{ ${place}: ${vars}${ends} }`)).not.toEqual([]);
    }
  });

  it.each([
    "{ permission_sets: { A: { inline_policy: { file: policies/a.json } } } }",
    "{ permission_sets: { A: { managed_policies: [MadeYesterday], permissions_boundary: { managed_policy: x } } } }",
    "{ account_assignments: { a: { groups: { G: { permission_sets: [Own, ReadOnlyAccess-4h] } } } } }",
    "{ region: xx-new-1, session_duration: PT1H30M, tfstate_anything: 1, label_order: null }",
    '{ tf_access_bucket_arn: "", another_key: 1 }',
  ])("accepts %s", (vars) => {
    expect(errorsOf(withVars(vars))).toEqual([]);
  });

  it("knows a component by its metadata, whatever its key", () => {
    const wrong = "vars: { groups: { a: b } }";
    const component = (key: string, metadata: string): string =>
      `{ components: { terraform: { ${key}: { ${metadata} ${wrong} } } } }`;
    expect(errorsOf(component("sso/dev", "metadata: { component: aws-sso },"))).not.toEqual([]);
    expect(errorsOf(component("sso/dev", "metadata: { component: aws-identity-center },"))).not.toEqual([]);
    expect(errorsOf(component("aws-identity-center", ""))).not.toEqual([]);
    expect(errorsOf(component("eks", "metadata: { component: eks },"))).toEqual([]);
    expect(errorsOf(component("eks", ""))).toEqual([]);
    expect(errorsOf(component("aws-sso", "metadata: { component: vpc },"))).toEqual([]);
  });

  it("tells an editor about every key: a title, what it means, and an example", () => {
    const keys = propertiesIn(editorSchema, "");
    const lacking = keys.filter(({ schema }) => {
      const { title, description, examples } = schema;
      const isUnused = /Accepted, no effect|not read/.test(description ?? "");
      return !title || !description || (!examples && !isUnused);
    });
    expect(keys.length).toBeGreaterThan(100);
    expect(lacking.map((key) => key.path)).toEqual([]);
  });

  it("has no description with marks that plain text would show", () => {
    const keys = propertiesIn(editorSchema, "");
    expect(keys.filter(({ schema }) => schema.description?.includes("`")).map((k) => k.path)).toEqual([]);
    expect(keys.filter(({ schema }) => schema.markdownDescription !== undefined).length).toBeGreaterThan(20);
  });

  it("completes the names that are known", () => {
    const { permissionSetName, managedPolicy, vars } = editorSchema.definitions ?? {};
    const offered = (schema: JsonSchema | undefined) => schema?.anyOf?.[0]?.enum ?? schema?.enum;
    expect(offered(permissionSetName)).toEqual(
      expect.arrayContaining([
        "ReadOnlyAccess",
        "RootAccess",
        "TerraformPlanAccess",
        "TerraformUpdateAccess",
      ]),
    );
    expect(offered(managedPolicy)).toContain("ViewOnlyAccess");
    expect(offered(managedPolicy)?.length).toBeGreaterThan(1_000);
    expect(offered(vars?.properties?.["region"])).toContain("eu-central-1");
    expect(offered(vars?.properties?.["optional_permission_sets"]?.items)).toHaveLength(9);
  });
});

interface Property {
  readonly path: string;
  readonly schema: JsonSchema;
}

/** Every key below a schema that an editor can show; a definition is looked at once. */
function propertiesIn(schema: JsonSchema, path: string): readonly Property[] {
  const { properties, additionalProperties, items, anyOf, then, else: otherwise, definitions } = schema;
  const below = [
    ...Object.entries(definitions ?? {}),
    ...(typeof additionalProperties === "object" ? [["*", additionalProperties] as const] : []),
    ...[items, then, otherwise, ...(anyOf ?? [])].flatMap((s) => (s === undefined ? [] : [["", s] as const])),
  ];
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, part]) =>
      part.not === undefined
        ? [{ path: `${path}/${key}`, schema: part }, ...propertiesIn(part, `${path}/${key}`)]
        : [],
    ),
    ...below.flatMap(([key, part]) => propertiesIn(part, `${path}/${key}`)),
  ];
}

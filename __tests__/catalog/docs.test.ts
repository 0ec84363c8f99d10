import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { buildAccess } from "../../src/access/build.js";
import { withoutIgnored } from "../../src/catalog/ignore/without-ignored.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { catalogPage } from "../../src/catalog/reference/page.js";
import { componentSchema } from "../../src/catalog/schema/component.js";
import { fileSamples, isWholeFile, yamlBlocks } from "../../src/catalog/schema/examples.js";
import { fileKeys } from "../../src/catalog/schema/file-keys.js";
import type { JsonSchema } from "../../src/catalog/schema/json-schema.js";
import { entriesIn, itemsIn, type Sample } from "../../src/catalog/schema/samples.js";
import { varsSchema } from "../../src/catalog/schema/vars.js";
import { directoryOf } from "../doubles/directory.js";
import { clock } from "../doubles/facts.js";
import { editorErrors } from "./editor-schema.js";
import { inMemory } from "./in-memory.js";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const page = read("docs/parts/catalog.md");

const account_map = {
  full_account_map: {
    "core-root": "111111111111",
    "core-audit": "222222222222",
    "plat-dev": "333333333331",
    "plat-prod": "333333333334",
  },
};
/** What the examples name beside themselves. */
const around = {
  "catalog/accounts.yaml": stringify({ vars: { account_map } }),
  "catalog/local.yaml": "vars: {}",
  "mixins/stage.yaml": "vars: { stage: root }",
  "policies/audit.json": JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
  }),
};
const place = (ou: string, tags: Record<string, string>) => ({
  ou,
  ouIds: ["r-ab12", ...(ou === "/" ? [] : ["ou-ab12-platform"])],
  tags,
  status: "ACTIVE" as const,
});
const directory = directoryOf({
  accounts: [
    { id: "111111111111", name: "core-root", ...place("/", {}) },
    { id: "222222222222", name: "core-audit", ...place("/", { Environment: "prod" }) },
    { id: "333333333331", name: "plat-dev", ...place("/Platform/Dev", { Environment: "dev" }) },
    { id: "333333333334", name: "plat-prod", ...place("/Platform/Prod", { Environment: "prod" }) },
  ],
});

const blocks = yamlBlocks(page).map((block) => ({ key: /^\w+/m.exec(block)?.[0], block }));

describe("the examples of docs/catalog.md", () => {
  it("are many", () => {
    expect(blocks.length).toBeGreaterThan(15);
  });

  it.each(blocks)("load and say nothing but what they mention: $key", ({ block }) => {
    const { codes, model } = load(isWholeFile(block) ? block : asFile(block));
    const mentioned = [...block.matchAll(/# (IDC\d{3})/g)].map((match) => match[1]);
    expect(codes).toEqual(mentioned);
    expect(model).not.toBeNull();
  });

  it("are right for an editor", () => {
    expect(fileSamples(page).flatMap(editorErrors)).toEqual([]);
  });

  it("show every key", () => {
    const files = fileSamples(page);
    const components = at(files, "components", "terraform").flatMap((all) => Object.values(all as object));
    const seen = new Set<JsonSchema>([componentSchema, componentSchema.properties?.["vars"] ?? {}]);
    // What every component has is shown in any of them, so they come first.
    const missing = [
      ...notShown({ ...componentSchema }, components, seen),
      ...notShown(varsSchema, at(components, "vars"), seen),
      ...notShown({ properties: fileKeys }, files, seen),
    ];
    expect(at(components, "vars").length).toBeGreaterThan(15);
    expect(missing).toEqual([]);
  });
});

describe("docs/catalog.md", () => {
  const whole = catalogPage(page);

  it("has no mark left, and a section for every key", () => {
    expect(whole.match(/<!-- (?!Generated)/g)).toBeNull();
    const rows = Object.keys(varsSchema.properties ?? {}).filter((key) => whole.includes(`\n| \`${key}\` |`));
    expect(rows).toEqual(Object.keys(varsSchema.properties ?? {}));
  });

  it("refuses marks that mean nothing", () => {
    expect(() => catalogPage("<!-- kyes: region -->")).toThrow("unknown mark");
    expect(() => catalogPage("<!-- keys: regoin -->")).toThrow("regoin");
    expect(() => catalogPage("<!-- index -->")).toThrow("no section");
  });

  it("has lines of at most 120 characters, but for tables and marks", () => {
    const long = whole.split("\n").filter((line) => line.length > 120 && !/^\||^<!--/.test(line));
    expect(long).toEqual([]);
  });
});

function asFile(block: string): string {
  const own = /^account_map:/m.test(block) ? {} : { account_map };
  const file = {
    components: { terraform: { "aws-sso": { vars: "HERE" } } },
    vars: { region: "us-east-1", ...own },
  };
  return stringify(file).replace("vars: HERE", `vars:\n${block.replaceAll(/^/gm, "        ")}`);
}

function load(text: string): { readonly codes: readonly string[]; readonly model: unknown } {
  const { catalog, diagnostics, ignores } = loadCatalog(
    inMemory({ ...around, "aws-sso.yaml": text }),
    "aws-sso.yaml",
    null,
  );
  if (catalog === null) throw new Error(JSON.stringify(diagnostics));
  const built = buildAccess(catalog, directory, clock);
  const sifted = withoutIgnored([...diagnostics, ...built.diagnostics], ignores);
  return { codes: sifted.diagnostics.map((d) => d.code), model: built.model };
}

function at(samples: readonly Sample[], ...path: readonly string[]): readonly Sample[] {
  return path.reduce<readonly Sample[]>((values, key) => entriesIn(values, (k) => k === key), samples);
}

/** The keys of a schema that no sample has, down to the last. What is in several places is looked at once. */
function notShown(schema: JsonSchema, samples: readonly Sample[], seen: Set<JsonSchema>): readonly string[] {
  const { properties, additionalProperties, items, anyOf, editor, else: otherwise } = schema;
  if (seen.has(schema)) return [];
  seen.add(schema);
  const isFree = (key: string): boolean => !Object.hasOwn(properties ?? {}, key);
  const below = (part: JsonSchema | undefined, values: readonly Sample[], name: string): readonly string[] =>
    part === undefined ? [] : notShown(part, values, seen).map((path) => `${name}/${path}`);
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, part]) => {
      if (part.not !== undefined) return [];
      const values = at(samples, key);
      return values.length === 0 ? [key] : below(part, values, key);
    }),
    ...(typeof additionalProperties === "object"
      ? below(additionalProperties, entriesIn(samples, isFree), "*")
      : []),
    ...below(items, itemsIn(samples), "[]"),
    ...[...(anyOf ?? []), editor?.or, otherwise].flatMap((part) => below(part, samples, "")),
  ];
}

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { loadCatalog } from "../../src/catalog/load.js";
import { fileSamples } from "../../src/catalog/schema/examples.js";
import { entriesIn, type Sample } from "../../src/catalog/schema/samples.js";
import { editorErrors } from "./editor-schema.js";
import { inMemory } from "./in-memory.js";
import { shapeErrors } from "./shape-verdict.js";

type Path = readonly (string | number)[];

const page = readFileSync(new URL("../../docs/parts/catalog.md", import.meta.url), "utf8");
const below = (samples: readonly Sample[], key: string) => entriesIn(samples, (k) => k === key);
/** The vars of every worked example: between them they have every key. */
const examples = below(
  entriesIn(below(below(fileSamples(page), "components"), "terraform"), () => true),
  "vars",
);

/**
 * Values of every kind, right and wrong. Not among them, for one of the two cannot see it: names near a
 * known key, ARNs of another partition, tags and aliases (which are no data), and null at the end of a
 * list of layers.
 */
const value = fc.constantFrom<unknown>(
  ...[null, true, false, 0, 14, -1, 1.5, 123456789012, "", "text", "PT4H", "123456789012", "aws", "abstract"],
  ...["arn:aws:s3:::a", "arn:aws:iam::111111111111:role/a", "2027-06-30", "local", "TerraformUpdateAccess"],
  ...[[], ["text"], [""], [1], [null], [["text"]], [{}], [{ name: "text" }], [{ path: "text" }]],
  ...[{}, { zz_other: 1 }, { zz_other: "text" }, { "": "text" }, { zz_other: null }, { zz_other: {} }],
  ...[{ file: "policies/audit.json" }, { file: "" }, { file: "a", Statement: [] }, { Statement: [] }],
  ...[{ groups: {} }, { groups: null }, { permission_sets: ["text"] }, { permission_sets: [] }],
  ...[{ permission_sets: ["text"], expires_at: "2027-06-30" }, { accounts: ["text"] }, { all: true }],
  ...[{ name: "text" }, { name: "text", path: "/" }, { managed_policy: "text" }, { allow: false }],
  ...[{ Effect: "Allow" }, { Effect: "allow" }, { bucket_arn: "arn:aws:s3:::a", role_arn: "text" }],
);

/** Every place of a value, the value itself among them. */
function pathsIn(data: unknown, at: Path = []): readonly Path[] {
  if (typeof data !== "object" || data === null) return [at];
  const entries = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return [at, ...entries.flatMap(([key, part]) => pathsIn(part, [...at, key]))];
}

/** A copy with one value replaced; what is above it is made when it is not there. */
function put(data: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(data)) return data.map((item, i) => (i === key ? put(item, rest, replacement) : item));
  const map = (typeof data === "object" ? data : null) as Record<string, unknown> | null;
  return { ...map, [key]: put(map?.[key], rest, replacement) };
}

/** Both verdicts on a file: what is wrong with its shape. */
function verdicts(file: unknown): { readonly marked: readonly string[]; readonly found: readonly string[] } {
  const policy = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
  };
  const files = inMemory({
    "aws-sso.yaml": stringify(file, { aliasDuplicateObjects: false }),
    "policies/audit.json": JSON.stringify(policy),
  });
  const found = shapeErrors(loadCatalog(files, "aws-sso.yaml", null).diagnostics);
  return { marked: editorErrors(file), found: found.map((d) => `${d.code} ${d.message}`) };
}

function agree(file: unknown): boolean {
  const { marked, found } = verdicts(file);
  expect(marked.length > 0, JSON.stringify({ file, marked, found })).toBe(found.length > 0);
  return found.length > 0;
}

const layers: readonly Path[] = [
  ["components", "terraform", "aws-sso", "vars"],
  ["vars"],
  ["terraform", "vars"],
  ["overrides", "vars"],
  ["terraform", "overrides", "vars"],
];
const bare = { components: { terraform: { "aws-sso": { vars: { region: "us-east-1" } } } } };
const run = { seed: 20261124, numRuns: 800 };

describe("the schema for editors and the rules agree about the shape", () => {
  it("of any value at any place of the vars, in any layer", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...examples), fc.constantFrom(...layers))
      .chain(([vars, layer]) => {
        const places = pathsIn(vars).filter((path) => path.length > 0 && path[0] !== "region");
        const place = fc.constantFrom<Path>(
          ["zz_other"],
          ...places,
          ...places.map((p) => [...p, "zz_other"]),
        );
        return fc.tuple(place, value).map(([path, wrong]) => {
          const full = [...layer, ...path];
          return put(put(bare, layer, { region: "us-east-1", ...(vars as object) }), full, wrong);
        });
      });
    let wrong = 0;
    fc.assert(
      fc.property(mutated, (file) => {
        if (agree(file)) wrong++;
      }),
      run,
    );
    // Neither side may be of one opinion about everything.
    expect(wrong).toBeGreaterThan(run.numRuns / 4);
    expect(wrong).toBeLessThan((run.numRuns * 3) / 4);
  });

  it("of any value around the vars", () => {
    const component = ["components", "terraform", "aws-sso"];
    const places: readonly Path[] = [
      ...[["import"], ["import", 0], ["settings"], ["components"], ["components", "terraform"], component],
      ...layers.flatMap((layer) => layer.map((_, i) => layer.slice(0, i + 1))),
      ...["metadata", "backend_type", "backend", "settings", "overrides", "zz_other"].map((k) => [
        ...component,
        k,
      ]),
      ...["type", "enabled", "zz_other"].map((k) => [...component, "metadata", k]),
      ...["path", "skip_if_missing", "context"].map((k) => ["import", 0, k]),
      ...["backend_type", "backend", "settings"].map((k) => ["terraform", k]),
    ];
    const file = { import: [{ path: "policies/audit.json.yaml", skip_if_missing: true }], ...bare };
    for (const path of places) {
      for (const wrong of fc.sample(value, { seed: 20261124, numRuns: 40 })) agree(put(file, path, wrong));
    }
  });
});

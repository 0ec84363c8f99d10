import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildAccess } from "../../src/access/build.js";
import { loadCatalog } from "../../src/catalog/load.js";
import { knownVars } from "../../src/catalog/schema/vars.js";
import { clock } from "../doubles/facts.js";
import { accessOf, inMemory } from "./in-memory.js";

const page = readFileSync(new URL("../../docs/catalog.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1] ?? "");
const account_map = {
  full_account_map: {
    "core-root": "111111111111",
    "core-audit": "222222222222",
    "plat-dev": "333333333331",
    "plat-prod": "333333333334",
  },
};

describe("docs/catalog.md", () => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(6);
  });

  it.each(examples)("%s", (example) => {
    const isFile = example.includes("components:");
    const { model, diagnostics } = isFile
      ? fileAccess(example)
      : accessOf({ account_map, ...parse(example) });
    expect(diagnostics).toEqual([]);
    expect(model).not.toBeNull();
  });

  it("mentions every key that means something", () => {
    const missing = Object.keys(knownVars).filter((key) => !page.includes(key));
    expect(missing).toEqual([]);
  });
});

function fileAccess(text: string) {
  const { catalog, diagnostics } = loadCatalog(inMemory({ "aws-sso.yaml": text }), "aws-sso.yaml", null);
  if (catalog === null) throw new Error(JSON.stringify(diagnostics));
  const built = buildAccess(catalog, null, clock);
  return { model: built.model, diagnostics: [...diagnostics, ...built.diagnostics] };
}

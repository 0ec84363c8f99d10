import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codes } from "../../src/diagnostic/codes.js";
import { casesIn, catalogsFolder } from "../catalog/load-case.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The codes in the files of folders, with the files that have them. */
function codesIn(...folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith("codes.ts")) continue;
      for (const code of readFileSync(join(root, folder, file), "utf8").match(/IDC\d{3}/g) ?? [])
        found.set(code, [...(found.get(code) ?? []), `${folder}/${file}`]);
    }
  }
  return found;
}

describe("the registry of codes", () => {
  const used = codesIn("src", "stacks");

  it("has every code that is used", () => {
    expect(used.size).toBeGreaterThan(40);
    const missing = [...used].filter(([code]) => codes[code] === undefined);
    expect(missing.map(([code, files]) => `${code} of ${files[0]} is not in codes.ts`)).toEqual([]);
  });

  it("has no code that is not used", () => {
    expect(Object.keys(codes).filter((code) => !used.has(code))).toEqual([]);
  });

  it("is in order, and every entry says something", () => {
    expect(Object.keys(codes)).toEqual(Object.keys(codes).toSorted());
    for (const [code, { title, explanation }] of Object.entries(codes)) {
      expect(code).toMatch(/^IDC[1-79]\d\d$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(explanation).toMatch(/^[A-Za-z0-9].*[.]$/s);
    }
  });
});

describe("the fixtures", () => {
  // An address is a hash: no catalog can be written that makes two of them equal.
  // A catalog that does not exist has no folder (load.test.ts).
  // A file of more than 10 MB would be in every clone (node-files.test.ts).
  const elsewhere = ["IDC325", "IDC102", "IDC113"];

  it("show every code that a catalog can print", () => {
    const expected = ["valid", "invalid"].flatMap((kind) =>
      casesIn(kind as "valid" | "invalid").map((name) =>
        readFileSync(join(catalogsFolder, kind, name, "expected.txt"), "utf8"),
      ),
    );
    const shown = new Set(expected.join("").match(/IDC\d{3}/g));
    const printable = [...codesIn("src/catalog", "src/access").keys()];
    expect(printable.length).toBeGreaterThan(35);
    expect(printable.filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
  });
});

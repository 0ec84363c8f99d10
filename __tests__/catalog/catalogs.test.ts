import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AccessModel } from "../../src/access/model.js";
import { hasErrors } from "../../src/diagnostic/diagnostic.js";
import { casesIn, catalogsFolder, diagnosticLine, grantLine, loadCase } from "./load-case.js";

// UPDATE_FIXTURES=1 rewrites the expected files. Read the difference: a message is for a person.
function expectText(file: string, actual: string): void {
  if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

describe("invalid catalogs", () => {
  it.each(casesIn("invalid"))("%s", (name) => {
    const folder = join(catalogsFolder, "invalid", name);
    const { diagnostics } = loadCase(folder);
    expect(hasErrors(diagnostics)).toBe(true);
    expectText(join(folder, "expected.txt"), lines(diagnostics.map(diagnosticLine)));
  });
});

describe("valid catalogs", () => {
  it.each(casesIn("valid"))("%s", (name) => {
    const folder = join(catalogsFolder, "valid", name);
    const { diagnostics, model } = loadCase(folder);
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    const found = lines(diagnostics.map(diagnosticLine));
    const grants = lines(grantLines(model));
    expectText(join(folder, "expected.txt"), found === "" ? grants : `${found}\n${grants}`);
  });
});

describe("the fixtures", () => {
  it("are there", () => {
    expect(casesIn("invalid").length).toBeGreaterThan(50);
    expect(casesIn("valid").length).toBeGreaterThan(10);
  });
});

function grantLines(model: AccessModel | null): readonly string[] {
  if (model === null) return ["no accounts are known"];
  return model.grants.length === 0 ? ["no grants"] : model.grants.map(grantLine);
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join("");
}

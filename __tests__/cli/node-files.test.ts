import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.js";
import { nodeFiles } from "../../src/cli/node-files.js";

let outside: string;
let folder: string;
beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), "identity-files-"));
  folder = mkdtempSync(join(outside, "project-"));
});
afterAll(() => rmSync(outside, { recursive: true }));

const codesOf = (file: string): readonly string[] =>
  loadCatalog(nodeFiles(folder), file, null).diagnostics.map((d) => d.code);

describe("nodeFiles", () => {
  it("refuses a file of more than 10 MB before it is parsed", () => {
    writeFileSync(join(folder, "large.yaml"), `# ${"x".repeat(10_500_000)}\ncomponents: {}\n`);
    expect(codesOf("large.yaml")).toEqual(["IDC113"]);
  });

  it("does not follow a link out of the folder of the catalog", () => {
    writeFileSync(join(outside, "secret.yaml"), "vars: { region: us-east-1 }\n");
    symlinkSync(join(outside, "secret.yaml"), join(folder, "linked.yaml"));
    writeFileSync(
      join(folder, "aws-sso.yaml"),
      "import: [linked]\ncomponents: { terraform: { aws-sso: {} } }\n",
    );
    expect(codesOf("aws-sso.yaml")).toContain("IDC109");
  });

  it("does not wait for a device", () => {
    symlinkSync("/dev/zero", join(folder, "zero.yaml"));
    expect(codesOf("zero.yaml")).toHaveLength(1);
  });
});

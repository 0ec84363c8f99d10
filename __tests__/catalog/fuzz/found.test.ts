import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../../src/catalog/load.js";
import { inMemory } from "../in-memory.js";
import { misplaced } from "./places.js";

const catalog = "components: { terraform: { aws-sso: { vars: { region: us-east-1 } } } }\n";

// Each is the smallest case of something the fuzz test found that no fixture can show.
describe("found by the fuzz test", () => {
  it("the place of a missing key in an empty file is in the file", () => {
    const texts = { "aws-sso.yaml": catalog, "moves.yaml": "" };
    const { diagnostics } = loadCatalog(inMemory(texts), "aws-sso.yaml", null);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC206"]);
    expect(misplaced(texts, diagnostics)).toEqual([]);
  });
});

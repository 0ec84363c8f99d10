import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatCatalog } from "../../../src/catalog/fmt/format.js";

const folder = join(import.meta.dirname, "../../fixtures/fmt");
const cases = readdirSync(folder).sort();

function formatted(text: string): string {
  const result = formatCatalog(text, "aws-sso.yaml");
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.text;
}

describe("__tests__/fixtures/fmt", () => {
  it("has cases", () => {
    expect(cases.length).toBeGreaterThan(7);
  });

  // UPDATE_FIXTURES=1 rewrites after.yaml. Read the difference as an author of the catalog would.
  it.each(cases)("%s", (name) => {
    const after = join(folder, name, "after.yaml");
    const actual = formatted(readFileSync(join(folder, name, "before.yaml"), "utf8"));
    if (process.env["UPDATE_FIXTURES"] === "1") writeFileSync(after, actual);
    expect(actual).toBe(readFileSync(after, "utf8"));
    expect(formatted(actual)).toBe(actual);
  });
});

describe("what is not formatted", () => {
  it.each([
    ["a syntax error", "a: [", "IDC101"],
    ["a duplicate key", "a: 1\na: 2\n", "IDC104"],
    ["an alias without anchor", "a: *b\n", "IDC105"],
    ["a list", "- a\n", "IDC112"],
    ["two documents", "a: 1\n---\nb: 2\n", "IDC101"],
    ["nesting without end", `a: ${"[".repeat(5000)}`, "IDC116"],
  ])("%s", (_name, text, code) => {
    const result = formatCatalog(text, "f.yaml");
    expect(result.ok ? [] : result.diagnostics.map((d) => d.code)).toContain(code);
  });
});

describe("which components", () => {
  const text = (key: string, metadata = "{}"): string =>
    `components: { terraform: { ${key}: { metadata: ${metadata}, vars: { groups: [b, a] } } } }\n`;

  it.each([
    ["aws-sso", "{}"],
    ["aws-identity-center", "{}"],
    ["sso", "{ component: aws-sso }"],
    ["sso", "{ component: aws-identity-center, type: abstract }"],
  ])("%s: %s", (key, metadata) => {
    expect(formatted(text(key, metadata))).toBe(text(key, metadata).replace("[b, a]", "[a, b]"));
  });

  it.each([
    ["other", "{}"],
    ["aws-sso", "{ component: other }"],
    ["other", "{ inherits: [another] }"],
  ])("not %s: %s", (key, metadata) => {
    expect(formatted(text(key, metadata))).toBe(text(key, metadata));
  });

  it("what an aws-sso component inherits from", () => {
    const both = (list: string): string =>
      `components: { terraform: { base: { vars: { groups: ${list} } }, aws-sso: { metadata: { inherits: [base] } } } }\n`;
    expect(formatted(both("[b, a]"))).toBe(both("[a, b]"));
  });

  it("what inherits from an aws-sso component", () => {
    const both = (list: string): string =>
      `components: { terraform: { child: { metadata: { inherits: [aws-sso] }, vars: { groups: ${list} } }, aws-sso: {} } }\n`;
    expect(formatted(both("[b, a]"))).toBe(both("[a, b]"));
  });

  it("one that another file makes so", () => {
    expect(formatCatalog(text("base"), "f.yaml", ["base"])).toEqual({
      ok: true,
      text: text("base").replace("[b, a]", "[a, b]"),
    });
  });
});

import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { count, diagnosticsJson, diagnosticsText } from "../../src/report/diagnostics.js";
import { coloured, plain } from "../../src/report/paint.js";

const unknown: Diagnostic = {
  code: "IDC302",
  severity: "error",
  message: 'unknown permission set "Read\u001b[2J"',
  span: { file: "c.yaml", line: 2, column: 3, endLine: 2, endColumn: 7 },
  hint: "define it\u202e",
};
const general: Diagnostic = {
  code: "IDC316",
  severity: "info",
  message: "not checked",
  span: null,
  hint: null,
};
const read = (file: string): string | null => (file === "c.yaml" ? "a:\n  Read: 1\n" : null);

describe("diagnostics", () => {
  it("are shown as compilers show them, and cannot drive the terminal", () => {
    expect(diagnosticsText([unknown, general], read, plain)).toBe(
      [
        'c.yaml:2:3: error IDC302: unknown permission set "Read\\u001b[2J"',
        "  2 |   Read: 1",
        "    |   ^^^^",
        "  → define it\\u202e",
        "",
        "info IDC316: not checked",
        "",
        "1 error, 1 info",
        "",
      ].join("\n"),
    );
  });

  it("have no frame when the file cannot be read, and are nothing when there are none", () => {
    expect(diagnosticsText([{ ...unknown, hint: null }], () => null, plain).split("\n")).toHaveLength(4);
    expect(diagnosticsText([], read, plain)).toBe("");
  });

  it("are coloured on request", () => {
    expect(diagnosticsText([general], read, coloured)).toContain("\u001b[36minfo");
  });

  it("are JSON with every field of the contract", () => {
    expect(JSON.parse(diagnosticsJson([unknown, general]))).toEqual({
      version: 1,
      diagnostics: [
        {
          ...{ code: "IDC302", severity: "error", message: unknown.message, hint: unknown.hint },
          ...{ file: "c.yaml", line: 2, column: 3, endLine: 2, endColumn: 7 },
        },
        {
          ...{ code: "IDC316", severity: "info", message: "not checked", hint: null },
          ...{ file: null, line: null, column: null, endLine: null, endColumn: null },
        },
      ],
      ignored: [],
    });
  });

  it("show what comments ignore, with the reason, in JSON", () => {
    const span = { file: "c.yaml", line: 1, column: 4, endLine: 1, endColumn: 30 };
    const by = { span, line: 2, codes: ["IDC316"], reason: "known" };
    expect(JSON.parse(diagnosticsJson([], [{ diagnostic: general, by }]))).toEqual({
      version: 1,
      diagnostics: [],
      ignored: [
        {
          ...{ code: "IDC316", severity: "info", message: "not checked", hint: null },
          ...{ file: null, line: null, column: null, endLine: null, endColumn: null },
          ...{ reason: "known", ignoredAt: { file: "c.yaml", line: 1 } },
        },
      ],
    });
    expect(count([unknown], [{ diagnostic: general, by }])).toBe("1 error, 1 ignored");
    expect(diagnosticsText([], read, plain, [{ diagnostic: general, by }])).toBe("");
  });

  it("are counted in words", () => {
    const warning: Diagnostic = { ...general, severity: "warning" };
    expect(count([unknown, unknown, warning])).toBe("2 errors, 1 warning");
    expect(count([])).toBe("");
  });
});

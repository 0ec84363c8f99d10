import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { diagnosticsGithub } from "../../src/report/github.js";

const unknown: Diagnostic = {
  code: "IDC302",
  severity: "error",
  message: 'unknown permission set "X"',
  span: { file: "catalog/aws-sso.yaml", line: 2, column: 3, endLine: 2, endColumn: 7 },
  hint: "define it",
};

/** What the runner makes of a line: the command, its properties decoded, and the data decoded. */
function asRunner(line: string) {
  const [, command = "", properties = "", data = ""] = /^::([a-z]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  const decode = (text: string) =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const pairs = properties
    .split(",")
    .map((p) => [p.slice(0, p.indexOf("=")), decode(p.slice(p.indexOf("=") + 1))]);
  return { command, properties: Object.fromEntries(pairs), data: decode(data) };
}

describe("workflow commands", () => {
  it("are one line each, with place, title and hint", () => {
    expect(diagnosticsGithub([unknown])).toBe(
      '::error file=catalog/aws-sso.yaml,line=2,col=3,endColumn=7,title=IDC302 Unknown permission set::unknown permission set "X"%0A→ define it\n',
    );
    expect(diagnosticsGithub([])).toBe("");
  });

  it("have no columns over several lines, and no file without a place", () => {
    const span = { file: "a.yaml", line: 2, column: 3, endLine: 4, endColumn: 1 };
    const several = [
      { ...unknown, span, severity: "warning", hint: null },
      { ...unknown, code: "IDC316", span: null, severity: "info", hint: null },
    ] as const;
    expect(diagnosticsGithub(several)).toBe(
      [
        '::warning file=a.yaml,line=2,endLine=4,title=IDC302 Unknown permission set::unknown permission set "X"',
        '::notice title=IDC316 Accounts not checked::unknown permission set "X"',
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["a\n::error::b\r\n", "a\\u000a::error::b\\u000d\\u000a"],
    ["100% %0A %25", "100% %0A %25"],
    ["::stop-commands::x, y: z", "::stop-commands::x, y: z"],
    ["🔥 \u202edrow", "🔥 \\u202edrow"],
  ])("of a hostile message %j end where they should", (message, shown) => {
    const text = diagnosticsGithub([{ ...unknown, message, hint: message }]);
    expect(text.split(/\r|\n/)).toHaveLength(2);
    expect(asRunner(text.trimEnd())).toMatchObject({ command: "error", data: `${shown}\n→ ${shown}` });
  });

  it("of a hostile file name keep the name", () => {
    const file = "a,b::c\r\n%2C\n.yaml";
    const text = diagnosticsGithub([{ ...unknown, span: { ...unknown.span, file } as Diagnostic["span"] }]);
    expect(text.split(/\r|\n/)).toHaveLength(2);
    expect(asRunner(text.trimEnd()).properties).toMatchObject({ file, line: "2", col: "3", endColumn: "7" });
  });
});

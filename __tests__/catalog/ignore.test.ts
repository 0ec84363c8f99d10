import { describe, expect, it } from "vitest";
import type { Ignore, Ignores } from "../../src/catalog/ignore/ignore.js";
import { readIgnores } from "../../src/catalog/ignore/read-ignores.js";
import { unusedIgnores } from "../../src/catalog/ignore/unused-ignores.js";
import { withoutIgnored } from "../../src/catalog/ignore/without-ignored.js";
import type { Diagnostic, Severity } from "../../src/diagnostic/diagnostic.js";

const read = (...lines: readonly string[]) => readIgnores(lines.join("\n"), "f.yaml");
const found = (code: string, line: number, severity: Severity = "warning", file = "f.yaml"): Diagnostic => ({
  code,
  severity,
  message: `${code} on ${line}`,
  span: { file, line, column: 3, endLine: line, endColumn: 5 },
  hint: null,
});
const only = (comments: readonly Ignore[]): Ignores => ({ comments, references: new Map() });

describe("a comment", () => {
  it("at the end of a line speaks of that line", () => {
    expect(read("a: 1", "b: 2 # identity-ignore IDC308 both lists come from one team")).toEqual({
      ignores: [
        {
          span: { file: "f.yaml", line: 2, column: 6, endLine: 2, endColumn: 60 },
          line: 2,
          codes: ["IDC308"],
          reason: "both lists come from one team",
        },
      ],
      diagnostics: [],
    });
  });

  it("alone speaks of the next line that is no comment alone", () => {
    const { ignores } = read(
      ...["a:", "  # identity-ignore IDC308 one", "  # why", "  #identity-ignore: IDC309 - two", "  b: 1"],
    );
    expect(ignores.map(({ line, codes, reason }) => [line, codes, reason])).toEqual([
      [5, ["IDC308"], "one"],
      [5, ["IDC309"], "two"],
    ]);
    expect(read("# identity-ignore IDC308 one", "", "a: 1").ignores[0]?.line).toBe(2);
  });

  it.each([
    ["IDC308,IDC309 r", ["IDC308", "IDC309"]],
    ["IDC308 , IDC309: r", ["IDC308", "IDC309"]],
    ["IDC308, IDC308 r", ["IDC308"]],
    ["IDC308 r, IDC309", ["IDC308"]],
  ])("%s", (written, codes) => {
    expect(read(`a: 1 # identity-ignore ${written}`).ignores.map((i) => i.codes)).toEqual([codes]);
  });

  it.each([
    'a: "x # identity-ignore IDC308 r"',
    "a: 'x # identity-ignore IDC308 r'",
    "a: |\n  x # identity-ignore IDC308 r\n  # identity-ignore IDC308 r",
    "a: x#identity-ignore IDC308 r",
    "a: 1 # see identity-ignore IDC308 r",
    "a: 1 # identity-ignored IDC308 r",
    "a: 1 # identity-ignore-next IDC308 r",
    'a: "two\n  # identity-ignore IDC308 r\n  lines"',
  ])("is not in %s", (text) => {
    expect(read(text)).toEqual({ ignores: [], diagnostics: [] });
  });

  it.each([
    ["a: | # identity-ignore IDC308 r\n  text\n", 1],
    ["\uFEFF# identity-ignore IDC308 r\r\na: 1\r\n", 2],
    ["a: [\n  1, # identity-ignore IDC308 r\n  2]", 2],
    ["a: 1 # x\n---\nb: 1 # identity-ignore IDC308 r", 3],
    ["a: {\n  # identity-ignore IDC308 r\n  b: 'c\n\n  d'}", 3],
    ["a: >-\n  one\n\n  two\nb: 1 # identity-ignore IDC308 r", 5],
    ["a: [ # identity-ignore IDC308 r", 1],
    ["a: \u001f\u0002 b # identity-ignore IDC308 r", 1],
  ])("is in %j, about line %d", (text, line) => {
    const { ignores } = read(text);
    expect(ignores.map((i) => [i.line, i.reason])).toEqual([[line, "r"]]);
    const { span } = ignores[0] as Ignore;
    const shown = text
      .replace("\uFEFF", "")
      .split(/\r?\n/)
      [span.line - 1]?.slice(span.column - 1);
    expect(shown).toBe("# identity-ignore IDC308 r");
    expect(span.endColumn - span.column).toBe(shown?.length);
  });

  it.each([
    ["", "IDC363", "this comment names no code to ignore"],
    [" because", "IDC363", '"because" is not a code'],
    [" idc308 r", "IDC363", '"idc308" is not a code - did you mean "IDC308"?'],
    [" IDC399 r", "IDC363", '"IDC399" is not a code'],
    [" toString r", "IDC363", '"toString" is not a code'],
    [" IDC362 r", "IDC363", "IDC362 is about such comments and cannot be ignored"],
    [" IDC308 IDC309 r", "IDC363", 'no comma before "IDC309", so nothing is ignored'],
    [" IDC308", "IDC360", "no reason for ignoring IDC308, so nothing is ignored"],
    [" IDC308, IDC309 - ", "IDC360", "no reason for ignoring IDC308, IDC309, so nothing is ignored"],
  ])("%j is a warning and ignores nothing", (written, code, message) => {
    const { ignores, diagnostics } = read(`a: 1 # identity-ignore${written}`);
    expect(ignores).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code, severity: "warning" });
    expect(diagnostics[0]?.message).toBe(message);
    expect(diagnostics.length).toBe(1);
  });

  it("with one wrong code still ignores the other", () => {
    const { ignores, diagnostics } = read("a: 1 # identity-ignore IDC308, IDC39 r");
    expect(ignores.map((i) => i.codes)).toEqual([["IDC308"]]);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC363"]);
  });
});

describe("withoutIgnored", () => {
  const { ignores } = read(
    "# identity-ignore IDC308, IDC309 r",
    "a: 1",
    "b: 1 # identity-ignore IDC302 wrong",
  );

  it("takes out warnings and infos of that code on that line of that file, and sorts the rest", () => {
    const kept = [
      { ...found("IDC308", 2), span: null },
      ...[1, 3].map((line) => found("IDC308", line)),
      found("IDC308", 2, "warning", "g.yaml"),
    ];
    const out = [found("IDC308", 2), found("IDC309", 2, "info")];
    const { diagnostics, ignored } = withoutIgnored([...out, ...kept.toReversed()], only(ignores));
    expect(diagnostics).toEqual(kept);
    expect(ignored).toEqual(out.map((diagnostic) => ({ diagnostic, by: ignores[0] })));
  });

  it("never takes out an error, and says so once", () => {
    const errors = [found("IDC302", 3, "error"), { ...found("IDC302", 3, "error"), message: "other" }];
    const { diagnostics, ignored } = withoutIgnored(errors, only(ignores));
    expect(ignored).toEqual([]);
    expect(diagnostics).toEqual([
      ...errors,
      {
        code: "IDC361",
        severity: "warning",
        message: "IDC302 is an error here, and an error cannot be ignored",
        span: ignores[1]?.span,
        hint: "correct it, and remove this comment",
      },
    ]);
  });

  it("covers a file without comments when every line that names it says so", () => {
    const inside = found("IDC317", 7, "warning", "p.json");
    const at = (line: number) => ({ file: "f.yaml", line, column: 1, endLine: line, endColumn: 2 });
    const { ignores: comments } = read(
      "a: 1 # identity-ignore IDC317 r",
      "b: 1",
      "c: 1 # identity-ignore IDC317 s",
    );
    const ignored = (...lines: readonly number[]) =>
      withoutIgnored([inside], { comments, references: new Map([["p.json", lines.map(at)]]) }).ignored.map(
        (i) => i.by.reason,
      );
    // One that has comments of its own (YAML) needs no other.
    const own = { ...(comments[0] as Ignore), span: { ...at(7), file: "p.json" }, line: 7 };
    expect(withoutIgnored([inside], only([own])).diagnostics).toEqual([]);
    expect([ignored(1), ignored(1, 3), ignored(1, 2), ignored(2)]).toEqual([["r"], ["r"], [], []]);
  });
});

describe("unusedIgnores", () => {
  const { ignores: comments } = read(
    "a: 1 # identity-ignore IDC308, IDC309 r",
    "b: 1 # identity-ignore IDC324 r",
    "c: 1 # identity-ignore IDC401 r",
  );

  it("names each code that was not found on the line, of any severity", () => {
    const unused = unusedIgnores(only(comments), [found("IDC309", 1, "error"), found("IDC308", 2)], true);
    const move = ", or move it to the line it is about";
    expect(unused.map((d) => [d.code, d.message, d.hint])).toEqual([
      ["IDC362", "there is no IDC308 on line 1 to ignore", `remove IDC308 from it${move}`],
      ["IDC362", "there is no IDC324 on line 2 to ignore", `remove this comment${move}`],
    ]);
    expect(unused[0]?.span).toBe(comments[0]?.span);
  });

  it("does not judge codes that were not looked for: those of AWS, and without a directory its own", () => {
    expect(unusedIgnores(only(comments), [], true)).toHaveLength(3);
    expect(unusedIgnores(only(comments), [], false)).toHaveLength(2);
  });

  it("counts a finding in a file that the line names", () => {
    const span = { file: "f.yaml", line: 1, column: 1, endLine: 1, endColumn: 2 };
    const references = new Map([["p.json", [span]]]);
    const inside = [found("IDC308", 9, "warning", "p.json"), found("IDC309", 9, "warning", "p.json")];
    expect(unusedIgnores({ comments, references }, inside, false)).toEqual([]);
  });
});

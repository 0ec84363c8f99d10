import { describe, expect, it } from "vitest";
import { applyBaseline, type Baseline, readBaseline } from "../../src/audit/baseline.js";
import { finding } from "../../src/audit/finding.js";

const clock = "2026-11-24T12:00:00.000Z";
const file = "audit-baseline.yaml";
const entry = '{ finding: "IDC605/-/-/-/Stray", reason: of the vendor, until: 2027-01-31 }';

function problems(text: string): readonly string[] {
  const { baseline, diagnostics } = readBaseline(text, file);
  expect(baseline).toBeNull();
  return diagnostics.map(({ code, message, span }) => `${span?.line}:${span?.column} ${code} ${message}`);
}

function baselineOf(...entries: readonly string[]): Baseline {
  const lines = entries.map((text) => `  - ${text}\n`).join("");
  const { baseline, diagnostics } = readBaseline(`version: 1\naccept:\n${lines}`, file);
  expect(diagnostics).toEqual([]);
  return baseline ?? { accept: [] };
}

describe("readBaseline", () => {
  it("reads entries with their places", () => {
    expect(baselineOf(entry).accept).toEqual([
      {
        finding: "IDC605/-/-/-/Stray",
        reason: "of the vendor",
        until: "2027-01-31",
        span: expect.objectContaining({ file, line: 3, column: 5 }),
      },
    ]);
  });

  it.each([
    ["an empty file", "", ["1:1 IDC206 version is missing", "1:1 IDC206 accept is missing"]],
    ["a list", "- version", ["1:1 IDC112 the file must be a map of keys at the top"]],
    ["no YAML", "version: [", [expect.stringMatching(/^1:\d+ IDC101 /)]],
    ["another version", "version: 2\naccept: []", ["1:10 IDC201 version must be 1"]],
    ["a version in quotes", 'version: "1"\naccept: []', ["1:10 IDC201 version must be 1"]],
    [
      "a misspelt key",
      "version: 1\nacept: []",
      ['2:1 IDC202 unknown key "acept" - did you mean "accept"?', "1:1 IDC206 accept is missing"],
    ],
    ["no list", "version: 1\naccept: {}", ["2:9 IDC207 accept must be a list"]],
    ["an entry that is a text", "version: 1\naccept: [x]", ["2:10 IDC207 an entry must be a map"]],
    [
      "an entry without reason and end",
      'version: 1\naccept:\n  - finding: "IDC605/-/-/-/Stray"',
      ["3:5 IDC206 reason is missing", "3:5 IDC206 until is missing"],
    ],
    [
      "an empty reason",
      `version: 1\naccept: [${entry.replace("of the vendor", '" "')}]`,
      [expect.stringContaining("IDC207 reason must be a text")],
    ],
    [
      "a day that no calendar has",
      `version: 1\naccept: [${entry.replace("01-31", "02-30")}]`,
      [expect.stringContaining('IDC201 until "2027-02-30" is not a day')],
    ],
    [
      "a time of a day",
      `version: 1\naccept: [${entry.replace("2027-01-31", '"2027-01-31T10:00:00Z"')}]`,
      [expect.stringContaining("IDC201 until")],
    ],
    [
      "a code alone",
      `version: 1\naccept: [${entry.replace("/-/-/-/Stray", "")}]`,
      [expect.stringContaining('IDC201 finding "IDC605" is not the key of a finding')],
    ],
    [
      "a tag",
      `version: 1\naccept: [${entry.replace("of the vendor", "!env REASON")}]`,
      [expect.stringContaining("IDC106")],
    ],
    [
      "a field of its own",
      `version: 1\naccept: [${entry.replace("until:", "til: 1, until:")}]`,
      [expect.stringContaining('IDC202 unknown key "til"')],
    ],
  ])("refuses %s", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe("applyBaseline", () => {
  const stray = finding("warning", "IDC605", { permissionSet: "Stray" }, { message: "m", hint: null });
  const other = finding("warning", "IDC605", { permissionSet: "Other" }, { message: "m", hint: null });
  const until = (day: string): string => entry.replace("2027-01-31", day);

  it("takes out what is accepted, and nothing else", () => {
    expect(applyBaseline([stray, other], baselineOf(entry), clock)).toEqual({
      findings: [other],
      accepted: [{ finding: stray, reason: "of the vendor", until: "2027-01-31" }],
      diagnostics: [],
    });
  });

  it("accepts on the last day", () => {
    expect(applyBaseline([stray], baselineOf(until("2026-11-24")), clock).findings).toEqual([]);
  });

  it("accepts nothing after it, and says so at the entry", () => {
    const { findings, accepted, diagnostics } = applyBaseline(
      [stray],
      baselineOf(until("2026-11-23")),
      clock,
    );
    expect(findings).toEqual([stray]);
    expect(accepted).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "IDC620",
        severity: "warning",
        message: "accepted until 2026-11-23, and still there: IDC605/-/-/-/Stray",
        span: { file, line: 3 },
      },
    ]);
  });

  it.each([["2027-01-31"], ["2026-11-23"]])("says that an entry until %s matches nothing", (day) => {
    const { findings, diagnostics } = applyBaseline([other], baselineOf(until(day)), clock);
    expect(findings).toEqual([other]);
    expect(diagnostics).toMatchObject([
      {
        code: "IDC621",
        severity: "info",
        message: "nothing is found any more of what is accepted here: IDC605/-/-/-/Stray",
        span: { file, line: 3 },
      },
    ]);
  });

  it("does not accept by a past entry what a later one accepts again", () => {
    const { findings, accepted, diagnostics } = applyBaseline(
      [stray],
      baselineOf(until("2026-11-23"), entry.replace("of the vendor", "again")),
      clock,
    );
    expect(findings).toEqual([]);
    expect(accepted).toMatchObject([{ reason: "again" }]);
    expect(diagnostics.map((d) => [d.code, d.span?.line])).toEqual([["IDC621", 3]]);
  });

  it("says that a second entry of one finding accepts nothing", () => {
    const { accepted, diagnostics } = applyBaseline(
      [stray],
      baselineOf(entry, entry.replace("of the vendor", "twice")),
      clock,
    );
    expect(accepted).toMatchObject([{ reason: "of the vendor" }]);
    expect(diagnostics.map((d) => [d.code, d.span?.line])).toEqual([["IDC621", 4]]);
  });
});

import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Ignored } from "../../src/catalog/ignore/without-ignored.js";
import { codes } from "../../src/diagnostic/codes.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { diagnosticsSarif } from "../../src/report/sarif.js";
import { sarifSchema } from "./sarif-schema.js";

const ajv = new Ajv({
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": (text: string) => !/[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-F]{2})/.test(text),
  },
});
const isSarif = ajv.compile(sarifSchema);
const at = (line: number, file = "catalog/aws-sso.yaml") => ({
  ...{ file, line, column: 3 },
  ...{ endLine: line, endColumn: 7 },
});
const unknown: Diagnostic = {
  code: "IDC302",
  severity: "error",
  message: 'unknown permission set "X"',
  span: at(9),
  hint: "define it",
};
const twice: Diagnostic = {
  code: "IDC308",
  severity: "warning",
  message: "listed twice",
  span: at(4),
  hint: null,
};
const info: Diagnostic = { code: "IDC316", severity: "info", message: "m", span: null, hint: null };
const ignored: Ignored = {
  diagnostic: { ...twice, span: at(2) },
  by: { span: at(2), line: 2, codes: ["IDC308"], reason: "one {team}" },
};

/** The run of a valid log. */
function run(diagnostics: readonly Diagnostic[], taken: readonly Ignored[] = []) {
  const log = JSON.parse(diagnosticsSarif({ diagnostics, ignored: taken }, "1.2.3", "a/catalog.yaml"));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0];
}

const fingerprintsOf = (...diagnostics: readonly Diagnostic[]): readonly string[] =>
  run(diagnostics).results.map(
    (r: { partialFingerprints: Record<string, string> }) => r.partialFingerprints["identityFinding/v1"],
  );

describe("SARIF", () => {
  it("has one run, the rules that were broken, and the findings in order of place", () => {
    const { tool, results } = run([twice, unknown, info]);
    expect(tool.driver).toMatchObject({ name: "identity", version: "1.2.3", semanticVersion: "1.2.3" });
    expect(tool.driver.rules[0]).toEqual({
      id: "IDC302",
      name: "UnknownPermissionSet",
      shortDescription: { text: "Unknown permission set" },
      fullDescription: { text: codes["IDC302"]?.explanation },
      help: { text: codes["IDC302"]?.explanation },
    });
    expect(tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(["IDC302", "IDC308", "IDC316"]);
    const [first, second, third] = results;
    expect(first).toMatchObject({ ruleId: "IDC316", ruleIndex: 2, level: "note" });
    const { artifactLocation, region } = first.locations[0].physicalLocation;
    expect([artifactLocation.uri, region.startLine]).toEqual(["a/catalog.yaml", 1]);
    expect(second).toMatchObject({ ruleId: "IDC308", ruleIndex: 1, level: "warning" });
    expect(third).toMatchObject({
      ...{ ruleId: "IDC302", ruleIndex: 0, level: "error" },
      message: { text: 'unknown permission set "X"\n→ define it' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "catalog/aws-sso.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 9, startColumn: 3, endLine: 9, endColumn: 7 },
          },
        },
      ],
    });
    expect(third).not.toHaveProperty("suppressions");
  });

  it("has a run without results when nothing was found", () => {
    expect(run([])).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });

  it("shows what comments ignore as suppressed, with the reason", () => {
    const { results } = run([twice], [ignored]);
    expect(results).toHaveLength(2);
    expect(results[0].suppressions).toMatchObject([
      {
        kind: "inSource",
        justification: "one {team}",
        location: { physicalLocation: { region: { startLine: 2 } } },
      },
    ]);
    expect(results[1]).not.toHaveProperty("suppressions");
  });

  it("every code of the registry makes a valid rule with a name of its own", () => {
    const { tool } = run(Object.keys(codes).map((code) => ({ ...info, code })));
    const names = tool.driver.rules.map((r: { name: string }) => r.name);
    expect(new Set(names).size).toBe(Object.keys(codes).length);
  });

  it("a message cannot be taken for a placeholder, a link or another text", () => {
    const [result] = run([
      { ...unknown, message: "{0} [here](https://x.example) \u202e\n::error::", hint: "$!{x}" },
    ]).results;
    expect(result.message.text).toBe("{{0}} [here] (https://x.example) \\u202e\\u000a::error::\n→ $!{{x}}");
  });

  it("a path is a relative URI, whatever is in it", () => {
    const [result] = run([{ ...unknown, span: at(1, "a b/ü%:#?\n\ud800.yaml") }]).results;
    const { uri } = result.locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe("a%20b/%C3%BC%25%3A%23%3F%0A%EF%BF%BD.yaml");
  });
});

describe("a fingerprint", () => {
  it("stays when the finding moves to another line, also when its message names one", () => {
    const duplicate = { ...unknown, message: 'key "a" is already defined on line 3', span: at(12) };
    const moved = { ...duplicate, message: 'key "a" is already defined on line 13', span: at(19) };
    expect(fingerprintsOf(unknown, duplicate)).toEqual(fingerprintsOf({ ...unknown, span: at(10) }, moved));
  });

  it("differs by code, file, message and how many came before", () => {
    const all = fingerprintsOf(
      ...[unknown, { ...unknown, span: at(10) }, { ...unknown, code: "IDC301" }],
      ...[
        { ...unknown, span: at(9, "other.yaml") },
        { ...unknown, message: "m" },
        { ...unknown, span: null },
      ],
    );
    expect(new Set(all).size).toBe(6);
    expect(all.every((f) => /^[0-9a-f]{32}:\d+$/.test(f))).toBe(true);
  });
});

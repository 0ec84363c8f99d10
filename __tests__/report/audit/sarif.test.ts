import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReports } from "../../../src/report/audit/audit.js";
import { auditResultOf, findingOf } from "../../doubles/audit-result.js";
import { sarifSchema } from "../sarif-schema.js";
import { anyAudit } from "./any-audit.js";
import { inputOf } from "./input.js";

const ajv = new Ajv({ formats: { uri: true, "uri-reference": /^[\w\-.~/%!*'()]*$/ } });
const isSarif = ajv.compile(sarifSchema);

type Result = Readonly<Record<string, unknown>> & {
  readonly partialFingerprints: Readonly<Record<string, string>>;
};

/** The results of a valid log. */
function resultsOf(parts: Parameters<typeof auditResultOf>[0]): readonly Result[] {
  const log = JSON.parse(auditReports.sarif(inputOf(auditResultOf(parts))));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0].results;
}

const fingerprintOf = (result: Result | undefined) => result?.partialFingerprints["identityFinding/v1"];
const subject = { accountId: "100000000002", principalType: "GROUP", principalName: "Admins" } as const;
const finding = findingOf("IDC606", subject, { hint: "deploy", details: ["- PT1H", "+ PT8H"] });
const span = { file: "lists.yaml", line: 3, column: 7, endLine: 3, endColumn: 9 };

describe("the SARIF of an audit", () => {
  it("has message, details and hint, at the first line of the catalog when there is no other place", () => {
    const [first, second] = resultsOf({ findings: [{ ...finding, span }, finding] });
    const at = (uri: string, startLine: number) => [
      { physicalLocation: { artifactLocation: { uri }, region: { startLine } } },
    ];
    expect(first).toMatchObject({
      ...{ ruleId: "IDC606", level: "error", locations: at("catalog/aws-sso.yaml", 1) },
      message: { text: "it is wrong\n- PT1H\n+ PT8H\n→ deploy" },
    });
    expect(first).not.toHaveProperty("suppressions");
    expect(second).toMatchObject({ locations: at("lists.yaml", 3) });
  });

  it("has what the baseline accepts, as suppressed from outside", () => {
    const [first] = resultsOf({ accepted: [{ finding, reason: "OPS-12", until: "2027-01-31" }] });
    expect(first?.["suppressions"]).toEqual([
      { kind: "external", justification: "OPS-12 (until 2027-01-31)" },
    ]);
  });

  it("names a finding by its code and subject, whatever is said of it, wherever it is, accepted or not", () => {
    const [first] = resultsOf({ findings: [finding] });
    expect(fingerprintOf(first)).toMatch(/^[0-9a-f]{32}:1$/);
    const moved = { ...finding, span, message: "3 more than last night", hint: null, details: [] };
    const other = findingOf("IDC601", subject);
    const [one, two] = resultsOf({
      findings: [moved],
      accepted: [{ finding: other, reason: "r", until: "u" }],
    });
    expect(fingerprintOf(two)).toBe(fingerprintOf(first));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(first));
    const accepted = resultsOf({ accepted: [{ finding, reason: "r", until: "u" }] });
    expect(fingerprintOf(accepted[0])).toBe(fingerprintOf(first));
    const twice = resultsOf({ findings: [finding, finding] }).map(fingerprintOf);
    expect(new Set(twice).size).toBe(2);
  });

  it("is a valid log, with nothing that cannot be seen, whatever the names are", () => {
    fc.assert(
      fc.property(anyAudit, (result) => {
        const results = resultsOf(result);
        expect(results).toHaveLength(result.findings.length + result.accepted.length);
        expect(new Set(results.map(fingerprintOf)).size).toBe(results.length);
        expect(JSON.stringify(results)).not.toMatch(/\u202e|[^\\]\\u001b\[|[^\\]\\r/);
      }),
      { numRuns: 30 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditText } from "../../../src/report/audit/text.js";
import { coloured, plain } from "../../../src/report/paint.js";
import { auditResultOf, findingOf, quotaOf, rowOf } from "../../doubles/audit-result.js";
import { anyAudit } from "./any-audit.js";
import { inputOf } from "./input.js";

const textOf = (parts: Parameters<typeof auditResultOf>[0], paint = plain) =>
  auditText({ ...inputOf(auditResultOf(parts)), paint });
const span = (line: number) => ({
  file: "catalog/aws-sso.yaml",
  line,
  column: 7,
  endLine: line,
  endColumn: 9,
});
const missing = (principalName: string, line: number, accountId = "100000000002") =>
  findingOf(
    "IDC601",
    { accountId, principalType: "GROUP", principalName, permissionSet: "ReadOnly" },
    { span: span(line), message: "AWS does not have it", hint: "run identity deploy" },
  );
const undeclared = (n: number) =>
  findingOf(
    "IDC602",
    { accountId: "100000000002", principalType: "USER", principalName: `jo${n}`, permissionSet: "Admin" },
    { message: `jo${n} has it`, hint: `remove jo${n}` },
  );
const changed = findingOf(
  "IDC606",
  { permissionSet: "ReadOnly" },
  { message: "it was changed by hand", span: span(12), details: ["session", "- PT1H", "+ PT8H"] },
);
const quota = findingOf(
  "IDC615",
  {},
  { severity: "warning", message: "94 of 100 groups", hint: "use fewer" },
);
const end = [
  "AWS was read completely: no grant can have been missed",
  "the state was compared",
  "arn:aws:sso:::instance/ssoins-1234567890abcdef in eu-central-1 at 2026-11-24T06:45:39.123Z",
  "",
];

describe("the text of an audit", () => {
  it("groups by severity and code, aligns whom it is about, and says once what is the same", () => {
    const findings = [quota, changed, missing("Developers", 103), missing("Ops", 7, "100000000099")];
    const actual = [rowOf(), rowOf({ targetId: "100000000003", targetName: null })];
    expect(textOf({ findings, actual }).split("\n")).toEqual([
      "error IDC601 Declared grant missing: 2 findings",
      "  AWS does not have it",
      "  dev (100000000002)  group Developers  ReadOnly  catalog/aws-sso.yaml:103:7",
      "  100000000099        group Ops         ReadOnly  catalog/aws-sso.yaml:7:7",
      "  → run identity deploy",
      "",
      "error IDC606 Permission set changed: 1 finding",
      "  ReadOnly  catalog/aws-sso.yaml:12:7",
      "    it was changed by hand",
      "      session",
      "      - PT1H",
      "      + PT8H",
      "",
      "warning IDC615 Quota nearly full: 1 finding",
      "  94 of 100 groups",
      "    → use fewer",
      "",
      "error   IDC601  Declared grant missing  2",
      "error   IDC606  Permission set changed  1",
      "warning IDC615  Quota nearly full       1",
      "",
      "3 errors, 1 warning, 1 grant declared, 2 in AWS, 152 calls in 8.2 s",
      "no quota above 80 %",
      ...end,
    ]);
  });

  it("shows 20 of one code and counts the others, so that they hide nothing else", () => {
    const findings = Array.from({ length: 300 }, (_, n) => undeclared(n));
    const lines = textOf({ findings: [...findings, changed] }).split("\n");
    expect(lines.filter((line) => line.startsWith("    → remove jo"))).toHaveLength(20);
    expect(lines).toContain("  and 280 more: --format json has all");
    expect(lines).toContain("    it was changed by hand");
    expect(lines).toContain("error   IDC602  Grant nobody declared   300");
    const twenty = textOf({ findings: findings.slice(0, 20) });
    expect(twenty).not.toContain(" more: ");
    expect(twenty).toContain("remove jo19");
    expect(twenty).not.toContain("IDC602  Grant");
  });

  it("says a hint once only when it holds for all, also for those that are not shown", () => {
    const same = Array.from({ length: 21 }, (_, n) => ({ ...undeclared(n), hint: "the same" }));
    expect(textOf({ findings: same }).split("the same")).toHaveLength(2);
    const last = [...same.slice(0, 20), undeclared(20)];
    expect(textOf({ findings: last }).split("the same")).toHaveLength(21);
  });

  it("shows what is accepted, until when and why", () => {
    const accepted = [
      { finding: undeclared(1), reason: "break glass, OPS-12", until: "2027-01-31" },
      { finding: quota, reason: "known", until: "2027-03-01" },
    ];
    expect(textOf({ accepted }).split("\n").slice(0, 6)).toEqual([
      "nothing but what is accepted: 1 grant declared, 1 in AWS",
      "",
      "accepted: 2",
      "  until 2027-01-31  IDC602  dev (100000000002)  user jo1  Admin  break glass, OPS-12",
      "  until 2027-03-01  IDC615                                       94 of 100 groups: known",
      "",
    ]);
    const many = Array.from({ length: 22 }, (_, n) => ({ finding: undeclared(n), reason: "r", until: "u" }));
    expect(textOf({ accepted: many })).toContain("r\n  and 2 more: --format json has all\n");
  });

  it("says what is proven when nothing is found, and claims no more", () => {
    expect(textOf({}).split("\n")).toEqual([
      "no findings: AWS has what the catalog says (1 grant), and no other",
      "",
      "no findings, 1 grant declared, 1 in AWS, 152 calls in 8.2 s",
      "no quota above 80 %",
      ...end,
    ]);
    expect(textOf({ actual: [] })).toMatch(/^no findings: 1 grant declared, 0 in AWS\n/);
    const reading = { method: "principals", complete: false, calls: { a: 1 }, seconds: 61.25 } as const;
    const unsure = textOf({ reading, stateRead: false });
    expect(unsure).toMatch(/\(1 grant\), and no other of groups and users that exist\n/);
    expect(unsure).toContain(", 1 call in 61.3 s\n");
    expect(unsure).toContain(
      "AWS was not read completely: grants of groups and users that no longer exist can be missing here; --complete finds them\nthe state was not compared: nothing here says what Terraform knows\n",
    );
  });

  it("names the quotas above 80 %, not those at it", () => {
    const quotas = [quotaOf(91, 100, { quota: "a" }), quotaOf(81, 100, { quota: "b" }), quotaOf(80, 100)];
    expect(textOf({ quotas })).toContain("\nquotas above 80 %: a 91 %, b 81 %\n");
  });

  it("is coloured: severity, diff, and what it is not worth", () => {
    const reading = { method: "principals", complete: false, calls: {}, seconds: 0 } as const;
    const text = textOf({ findings: [changed, quota], reading }, coloured);
    expect(text).toContain("\u001b[31merror\u001b[39m");
    expect(text).toContain("\u001b[33mwarning\u001b[39m ");
    expect(text).toContain("      \u001b[31m- PT1H\u001b[39m\n      \u001b[32m+ PT8H\u001b[39m\n");
    expect(text).toContain("\u001b[33mAWS was not read completely");
    expect(textOf({}, coloured)).toContain("\u001b[32mno findings: ");
    expect(textOf({}, coloured)).not.toContain("\u001b[33m");
  });

  it("has no line that a name began, nor anything a terminal obeys, whatever the names are", () => {
    fc.assert(
      fc.property(anyAudit, (result) => {
        const text = auditText(inputOf(result));
        const known =
          /^(?:(?:error|warning|info) +IDC\d{3} | |no findings|nothing but|accepted: |\d+ (?:error|warning|info)|no quota|quotas above|AWS was|the state|arn:|$)/;
        for (const line of text.split("\n")) expect(line).toMatch(known);
        expect(text).not.toMatch(/[\u001b\r\u202e]/);
        expect(text.split("\n").length).toBeLessThan(15 * 20 * 7 + 60);
      }),
      { numRuns: 60 },
    );
  });
});

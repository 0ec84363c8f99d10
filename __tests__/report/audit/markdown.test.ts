import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditReports } from "../../../src/report/audit/audit.js";
import { auditResultOf, findingOf, quotaOf } from "../../doubles/audit-result.js";
import { faultsOf } from "../markdown-faults.js";
import { anyAudit } from "./any-audit.js";
import { inputOf } from "./input.js";

const markdownOf = (parts: Parameters<typeof auditResultOf>[0]) =>
  auditReports.markdown(inputOf(auditResultOf(parts)));
const undeclared = (n: number) =>
  findingOf(
    "IDC602",
    { accountId: "100000000002", principalType: "USER", principalName: `jo${n}`, permissionSet: "Admin" },
    { message: `jo${n} has it`, hint: "remove it" },
  );
const changed = findingOf(
  "IDC606",
  { permissionSet: "ReadOnly" },
  {
    span: { file: "a.yaml", line: 3, column: 7, endLine: 3, endColumn: 9 },
    message: "it was | changed",
    details: ["- a", "+ b"],
  },
);
const soon = findingOf("IDC609", {}, { severity: "info", message: "it ends" });

describe("the Markdown of an audit", () => {
  it("has counts, a table for each severity, what is accepted, then what to do", () => {
    expect(
      markdownOf({
        findings: [undeclared(1), undeclared(2), changed, soon],
        accepted: [{ finding: soon, reason: "known", until: "2027-01-31" }],
        quotas: [quotaOf(45, 50)],
      }),
    ).toBe(`### Audit: 3 errors, 1 info, 1 accepted

- 1 grant declared, 1 in AWS, 152 calls in 8.2 s
- quotas above 80 %: permission sets per account 90 %
- AWS was read completely: no grant can have been missed
- the state was compared
- arn:aws:sso:::instance/ssoins-1234567890abcdef in eu-central-1 at 2026-11-24T06:45:39.123Z

**3 errors**

| Code | Account | Who | Permission set | Finding | Where |
|---|---|---|---|---|---|
| IDC606 |  |  | ReadOnly | it was &#124; changed | a.yaml:3:7 |
| IDC602 | dev (100000000002) | user jo1 | Admin | jo1 has it |  |
| IDC602 | dev (100000000002) | user jo2 | Admin | jo2 has it |  |

**1 info**

| Code | Account | Who | Permission set | Finding | Where |
|---|---|---|---|---|---|
| IDC609 |  |  |  | it ends |  |

**1 accepted finding**

| Code | Account | Who | Permission set | Finding | Reason | Until |
|---|---|---|---|---|---|---|
| IDC609 |  |  |  | it ends | known | 2027-01-31 |

<details>
<summary>What differs, and what to do</summary>

**IDC606** it was &#124; changed

\`\`\`diff
- a
+ b
\`\`\`

**IDC602** jo1 has it, and 1 other like it

→ \`remove it\`

</details>

`);
  });

  it("says what is proven when nothing is found", () => {
    expect(markdownOf({}).split("\n").slice(0, 3)).toEqual([
      "### Audit: no findings",
      "",
      "- no findings: AWS has what the catalog says (1 grant), and no other",
    ]);
  });

  it("collapses a list of more than 25", () => {
    const of = (length: number) => markdownOf({ findings: Array.from({ length }, (_, n) => undeclared(n)) });
    expect(of(25)).toContain("**25 errors**\n\n| Code");
    expect(of(26)).toContain("<details>\n<summary>26 errors</summary>\n\n| Code");
  });

  it("shows 100 of one code and counts the others, so that they hide nothing else", () => {
    const many = Array.from({ length: 2000 }, (_, n) => undeclared(n));
    const markdown = markdownOf({ findings: [...many, changed, soon] });
    expect(markdown).toContain("<summary>2001 errors</summary>");
    expect(markdown).toContain("| jo99 has it |");
    expect(markdown).not.toContain("jo100");
    expect(markdown).toContain("| IDC602 |  |  |  | 1900 more: see identity audit --format json |  |\n");
    expect(markdown).toContain("| it was &#124; changed |");
    expect(markdown).toContain("| it ends |");
    expect(markdown).not.toContain(" left out");
    expect(markdownOf({ findings: many.slice(0, 100) })).not.toContain(" more: see");
  });

  it("when it is too long, keeps what is rare, and says how much was left out", () => {
    const findings = Array.from({ length: 300 }, (_, n) => ({ ...undeclared(n), message: "m".repeat(900) }));
    const markdown = markdownOf({ findings: [...findings, changed] });
    expect(markdown).toContain("| it was &#124; changed |");
    // 100 rows of 960 bytes are too many; the row that counts the other 200 is short enough.
    expect(markdown).toMatch(/\n… \d\d more errors are left out: see identity audit --format json\n/);
    expect(markdown.length).toBeGreaterThan(60_000);
  });

  it("is never too long for an issue, and names obey nothing, whatever they are", () => {
    let cut = 0;
    fc.assert(
      fc.property(anyAudit, (result) => {
        const markdown = auditReports.markdown(inputOf(result));
        expect(Buffer.byteLength(markdown)).toBeLessThan(65_536);
        expect(faultsOf(markdown)).toEqual([]);
        if (markdown.includes(" left out: see ")) cut++;
      }),
      { numRuns: 60 },
    );
    expect(cut).toBeGreaterThan(5);
  });
});

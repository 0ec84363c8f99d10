import fc from "fast-check";
import type { AuditResult } from "../../../src/audit/audit-result.js";
import { auditResultOf, findingOf, quotaOf, rowOf } from "../../doubles/audit-result.js";
import { hostile } from "../markdown-faults.js";

const severities = ["error", "warning", "info"] as const;
const codes = ["IDC602", "IDC601", "IDC606", "IDC615", "IDC999"] as const;

/** An audit of names that break reports: few findings or very many, short ones or so long that they have to be cut. */
export const anyAudit: fc.Arbitrary<AuditResult> = fc
  .record({
    names: fc.array(hostile, { minLength: 1, maxLength: 5 }),
    times: fc.constantFrom(1, 1, 1, 20, 2000),
    counts: fc.array(fc.oneof(fc.nat(3), fc.nat(40), fc.nat(600)), { minLength: 4, maxLength: 4 }),
    complete: fc.boolean(),
    stateRead: fc.boolean(),
  })
  .map(({ names, times, counts, complete, stateRead }) => {
    let turn = 0;
    const raw = () => (names[turn++ % names.length] ?? "").repeat(turn % 97 === 0 ? times : 1);
    const name = () => `x${raw()}`;
    const list = <T>(i: number, make: (n: number) => T): readonly T[] =>
      Array.from({ length: counts[i] ?? 0 }, (_, n) => make(n));
    const finding = (n: number) => {
      const span = { file: name(), line: 1 + n, column: 2, endLine: 1 + n, endColumn: 3 };
      const account = String(100_000_000_000 + (n % 7));
      const subject = {
        accountId: n % 5 === 0 ? null : account,
        principalType: n % 5 === 0 ? null : (["GROUP", "USER"] as const)[n % 2],
        principalName: n % 5 === 0 ? null : name(),
        permissionSet: n % 5 < 2 ? null : name(),
      };
      return findingOf(
        codes[n % codes.length] ?? "IDC602",
        { ...subject, principalType: subject.principalType ?? null },
        {
          severity: severities[n % 3] ?? "error",
          message: name(),
          span: n % 2 === 0 ? span : null,
          hint: n % 3 === 0 ? null : name(),
          details: n % 4 === 0 ? [`- ${name()}`, `+ ${name()}`, name()] : [],
        },
      );
    };
    const row = (n: number) =>
      rowOf({
        principalId: n % 3 === 0 ? null : raw(),
        principalName: n % 4 === 0 ? null : raw(),
        permissionSet: n % 5 === 0 ? null : raw(),
        targetId: String(100_000_000_000 + (n % 7)),
        targetName: n % 6 === 0 ? null : raw(),
      });
    return auditResultOf({
      findings: list(0, finding),
      accepted: list(1, (n) => ({ finding: finding(n), reason: name(), until: "2027-01-31" })),
      quotas: list(2, (n) =>
        quotaOf(n, 50, { quota: name(), subject: n % 2 ? name() : null, next: name() }),
      ).slice(0, 20),
      expected: list(3, row),
      actual: list(2, row),
      reading: { method: "principals", complete, calls: { "sso-admin.ListInstances": 1 }, seconds: 0.25 },
      stateRead,
    });
  });

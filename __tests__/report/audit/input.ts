import type { AuditResult } from "../../../src/audit/audit-result.js";
import type { AuditInput } from "../../../src/report/audit/input.js";
import { plain } from "../../../src/report/paint.js";

/** What a report of this audit is made from. */
export function inputOf(result: AuditResult, more: Partial<AuditInput> = {}): AuditInput {
  return {
    ...{ result, diagnostics: [], paint: plain, version: "1.2.3", catalogFile: "catalog/aws-sso.yaml" },
    rows: "actual",
    ...more,
  };
}

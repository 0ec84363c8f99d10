import type { AuditResult } from "../../audit/audit-result.js";
import { type Finding, findingKey } from "../../audit/finding.js";
import type { Diagnostic, Severity } from "../../diagnostic/diagnostic.js";
import { diagnosticFields } from "../diagnostics.js";
import { grantDrift } from "../grant-drift.js";
import { quotaFields } from "../quotas.js";

/** See docs/json/audit.schema.json. */
export function auditJson(result: AuditResult, diagnostics: readonly Diagnostic[]): string {
  const { createdAt, instance, findings, accepted, quotas, expected, actual, reading, stateRead } = result;
  const of = (severity: Severity): number => findings.filter((f) => f.severity === severity).length;
  const object = {
    version: 1,
    createdAt,
    instance: {
      arn: instance.arn,
      identityStoreId: instance.identityStoreId,
      ownerAccountId: instance.ownerAccountId,
      region: instance.region,
    },
    counts: { error: of("error"), warning: of("warning"), info: of("info"), accepted: accepted.length },
    findings: findings.map(findingFields),
    accepted: accepted.map(({ finding, reason, until }) => ({ ...findingFields(finding), reason, until })),
    quotas: quotas.map(quotaFields),
    grants: { expected: expected.length, actual: actual.length },
    drift: grantDrift(expected, actual),
    reading: {
      method: reading.method,
      complete: reading.complete,
      calls: reading.calls,
      seconds: reading.seconds,
    },
    stateRead,
    diagnostics: diagnostics.map(diagnosticFields),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function findingFields(finding: Finding): object {
  const { accountId, principalType, principalName, permissionSet, quota } = finding.subject;
  return {
    key: findingKey(finding),
    ...diagnosticFields(finding),
    subject: { accountId, principalType, principalName, permissionSet, quota },
    details: finding.details,
  };
}

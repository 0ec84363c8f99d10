import type { AuditResult } from "../../src/audit/audit-result.js";
import type { Finding, Subject } from "../../src/audit/finding.js";
import type { GrantRow } from "../../src/audit/grant-row.js";
import type { QuotaUse } from "../../src/audit/quota-use.js";

const nobody: Subject = {
  accountId: null,
  principalType: null,
  principalName: null,
  permissionSet: null,
  quota: null,
};

/** A finding about what `subject` names, and about nothing else. */
export function findingOf(
  code: string,
  subject: Partial<Subject> = {},
  more: Partial<Omit<Finding, "subject">> = {},
): Finding {
  return {
    ...{ code, severity: "error", message: "it is wrong", span: null, hint: null, details: [] },
    ...more,
    subject: { ...nobody, ...subject },
  };
}

export function rowOf(more: Partial<GrantRow> = {}): GrantRow {
  return {
    instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
    principalType: "GROUP",
    principalId: "906755e0-1111-2222-3333-000000000001",
    principalName: "Admins",
    permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-0000000000000001",
    permissionSet: "ReadOnlyAccess",
    targetType: "AWS_ACCOUNT",
    targetId: "100000000002",
    targetName: "dev",
    ...more,
  };
}

export function quotaOf(used: number, limit: number, more: Partial<QuotaUse> = {}): QuotaUse {
  return {
    quota: "permission sets per account",
    ...{ used, limit, percent: Math.floor((used * 100) / limit) },
    subject: "dev",
    place: {},
    raisable: true,
    next: `the next ${limit - used + 1} permission sets in dev`,
    ...more,
  };
}

/** An audit of one grant that finds nothing but these. */
export function auditResultOf(parts: Partial<AuditResult> = {}): AuditResult {
  return {
    createdAt: "2026-11-24T06:45:39.123Z",
    instance: {
      arn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      identityStoreId: "d-1234567890",
      ownerAccountId: "100000000001",
      region: "eu-central-1",
    },
    findings: [],
    accepted: [],
    quotas: [],
    expected: [rowOf()],
    actual: [rowOf()],
    reading: {
      method: "pairs",
      complete: true,
      calls: { "sso-admin.ListInstances": 1, "sso-admin.ListAccountAssignments": 151 },
      seconds: 8.2345,
    },
    stateRead: true,
    ...parts,
  };
}

import type { AuditResult } from "../../audit/audit-result.js";
import type { Finding } from "../../audit/finding.js";
import type { Span } from "../../diagnostic/diagnostic.js";

/** What a finding is about, as cells of a table; empty where it is not about one. */
export type SubjectCells = readonly [account: string, principal: string, permissionSet: string];

/** How a report writes what its findings are about: with the names of accounts, as far as the grants tell them. */
export function subjectCells({ expected, actual }: AuditResult): (finding: Finding) => SubjectCells {
  const names = new Map<string, string>();
  for (const { targetId, targetName } of [...expected, ...actual]) {
    if (targetName !== null) names.set(targetId, targetName);
  }
  return ({ subject: { accountId, principalType, principalName, permissionSet } }) => {
    const name = accountId === null ? undefined : names.get(accountId);
    const account = name === undefined ? (accountId ?? "") : `${name} (${accountId})`;
    const kind = principalType === null ? "" : `${principalType === "GROUP" ? "group" : "user"} `;
    return [account, principalName === null ? "" : `${kind}${principalName}`, permissionSet ?? ""];
  };
}

/** False when a finding is about no account, principal or set in particular. */
export function isAboutOne(cells: SubjectCells): boolean {
  return cells.some((cell) => cell !== "");
}

/** `catalog/aws-sso.yaml:12:7`; empty when no file is to blame. */
export function placeText(span: Span | null): string {
  return span === null ? "" : `${span.file}:${span.line}:${span.column}`;
}

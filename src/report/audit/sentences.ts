import type { AuditResult } from "../../audit/audit-result.js";
import { isNearlyFull } from "../../audit/quota-use.js";
import { counted } from "../../diagnostic/counted.js";
import { callsOf, type Reading } from "../../directory/all-access.js";
import { count } from "../diagnostics.js";

/** `2 errors, 1 warning, 1 accepted`; `no findings` when there are none. */
export function findingsCount({ findings, accepted }: AuditResult): string {
  const rest = accepted.length === 0 ? "" : `, ${accepted.length} accepted`;
  return `${findings.length === 0 ? "no findings" : count(findings)}${rest}`;
}

/** What an audit without findings has proven. */
export function provenText({ expected, actual, accepted, reading }: AuditResult): string {
  const what = `${counted(expected.length, "grant")} declared, ${actual.length} in AWS`;
  if (accepted.length > 0) return `nothing but what is accepted: ${what}`;
  if (expected.length !== actual.length) return `no findings: ${what}`;
  const others = reading.complete ? "no other" : "no other of groups and users that exist";
  return `no findings: AWS has what the catalog says (${counted(expected.length, "grant")}), and ${others}`;
}

/** `61 grants declared, 60 in AWS, 152 calls in 8.2 s` */
export function comparedText({ expected, actual, reading }: AuditResult): string {
  const effort = `${counted(callsOf(reading), "call")} in ${Number(reading.seconds.toFixed(1))} s`;
  return `${counted(expected.length, "grant")} declared, ${actual.length} in AWS, ${effort}`;
}

/** `quotas above 80 %: permission sets per account 90 %` */
export function quotasSentence({ quotas }: AuditResult): string {
  const full = quotas.filter(isNearlyFull).map(({ quota, percent }) => `${quota} ${percent} %`);
  return full.length === 0 ? "no quota above 80 %" : `quotas above 80 %: ${full.join(", ")}`;
}

/** What was audited, and when. */
export function auditedText({ instance, createdAt }: AuditResult): string {
  return `${instance.arn} in ${instance.region} at ${createdAt}`;
}

/** Whether a grant can have been missed. */
export function readingText({ complete }: Reading): string {
  return complete
    ? "AWS was read completely: no grant can have been missed"
    : "AWS was not read completely: grants of groups and users that no longer exist can be missing here; --complete finds them";
}

/** Whether the state was compared. */
export function stateText({ stateRead }: AuditResult): string {
  return stateRead
    ? "the state was compared"
    : "the state was not compared: nothing here says what Terraform knows";
}

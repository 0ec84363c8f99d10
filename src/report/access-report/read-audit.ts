import { severities } from "../../diagnostic/diagnostic.js";
import { isObject } from "../../policy/policy-json.js";
import { parseObject } from "../../terraform/json.js";
import { isPlainGrant } from "../access-since.js";
import type { GrantDrift } from "../grant-drift.js";
import type { ReportFinding } from "../html/input.js";

/** The part of an audit that a report shows. */
export interface ReportedAudit {
  /** ARN of the instance that was audited. */
  readonly instanceArn: string;
  readonly findings: readonly ReportFinding[];
  readonly drift: GrantDrift;
}

/** Reads what `identity audit --format json` wrote; null when the text is something else. */
export function readAudit(text: string): ReportedAudit | null {
  const value = parseObject(text);
  if (value?.["version"] !== 1) return null;
  const { instance, findings, drift } = value;
  const arn = isObject(instance) ? instance["arn"] : null;
  if (typeof arn !== "string" || !isObject(drift) || !isListOf(findings, isFinding)) return null;
  const { missing, undeclared } = drift;
  if (!isListOf(missing, isPlainGrant) || !isListOf(undeclared, isPlainGrant)) return null;
  return { instanceArn: arn, findings: findings.map(known), drift: { missing, undeclared } };
}

/** What a report shows of a finding, without what an audit may say besides. */
function known(finding: ReportFinding): ReportFinding {
  const { key, code, severity, message, hint, details, file, line, column } = finding;
  const { accountId, principalType, principalName, permissionSet } = finding.subject;
  const subject = { accountId, principalType, principalName, permissionSet };
  return { key, code, severity, message, hint, details, file, line, column, subject };
}

function isFinding(value: unknown): value is ReportFinding {
  if (!isObject(value) || !isObject(value["subject"]) || !Array.isArray(value["details"])) return false;
  const subject = value["subject"];
  return (
    ["key", "code", "message"].every((key) => typeof value[key] === "string") &&
    severities.some((severity) => severity === value["severity"]) &&
    ["hint", "file"].every((key) => isTextOrNull(value[key])) &&
    ["line", "column"].every((key) => value[key] === null || Number.isInteger(value[key])) &&
    ["accountId", "principalType", "principalName", "permissionSet"].every((k) => isTextOrNull(subject[k])) &&
    value["details"].every((line) => typeof line === "string")
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

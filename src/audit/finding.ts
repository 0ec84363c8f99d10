import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { IndexedFacts } from "./index-facts.js";

/** What a finding is about, in AWS's and the catalog's own words; what does not apply is null. */
export interface Subject {
  readonly accountId: string | null;
  readonly principalType: "GROUP" | "USER" | null;
  /** The id when the principal is gone. */
  readonly principalName: string | null;
  /** Name; the ARN when nobody knows the name. */
  readonly permissionSet: string | null;
  /** Name of a quota of AWS. */
  readonly quota: string | null;
}

/** Something that is not as it should be. Codes IDC6xx; `hint` has the lines to add or the command to run. */
export interface Finding extends Diagnostic {
  readonly subject: Subject;
  /** Details below the message, such as a statement-level diff: each a line. */
  readonly details: readonly string[];
}

/** A rule of the audit: a proposition that holds when it finds nothing. */
export type AuditRule = (facts: IndexedFacts) => readonly Finding[];

/** What a finding is about when it is about nothing in particular. */
const nothing: Subject = {
  accountId: null,
  principalType: null,
  principalName: null,
  permissionSet: null,
  quota: null,
};

/** A finding of a rule; what is left out of its subject does not apply. */
export function finding(
  severity: Finding["severity"],
  code: string,
  subject: Partial<Subject>,
  parts: Pick<Finding, "message" | "hint"> & Partial<Pick<Finding, "span" | "details">>,
): Finding {
  return { code, severity, span: null, details: [], ...parts, subject: { ...nothing, ...subject } };
}

/** The stable name of a finding, for baselines and SARIF: its code and subject. */
export function findingKey({ code, subject }: Pick<Finding, "code" | "subject">): string {
  const { accountId, principalType, principalName, permissionSet, quota } = subject;
  const parts = [accountId, principalType, principalName, permissionSet].map((part) => part ?? "-");
  return [code, ...parts, ...(quota === null ? [] : [quota])].join("/");
}

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { AuditFacts } from "./facts.js";

/** What a finding is about, in AWS's and the catalog's own words; what does not apply is null. */
export interface Subject {
  readonly accountId: string | null;
  readonly principalType: "GROUP" | "USER" | null;
  /** The id when the principal is gone. */
  readonly principalName: string | null;
  /** Name; the ARN when nobody knows the name. */
  readonly permissionSet: string | null;
}

/** Something that is not as it should be. Codes IDC6xx; `hint` has the lines to add or the command to run. */
export interface Finding extends Diagnostic {
  readonly subject: Subject;
  /** Details below the message, such as a statement-level diff: each a line. */
  readonly details: readonly string[];
}

/** A rule of the audit: a proposition that holds when it finds nothing. */
export type AuditRule = (facts: AuditFacts) => readonly Finding[];

/** The stable name of a finding, for baselines and SARIF: its code and subject. */
export function findingKey({ code, subject }: Pick<Finding, "code" | "subject">): string {
  const { accountId, principalType, principalName, permissionSet } = subject;
  return [code, accountId, principalType, principalName, permissionSet].map((part) => part ?? "-").join("/");
}

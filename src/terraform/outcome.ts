import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { UiDiagnostic } from "./ui-line.js";

/** Why Terraform did not do what was asked, in words for the person who asked. */
export interface TerraformProblem {
  /** `IDC51n`, see `explain.ts`. */
  readonly code: string;
  /** Lower case, without a full stop. */
  readonly message: string;
  /** What to do next; null when the message says it all. */
  readonly hint: string | null;
  /** The file with Terraform's whole output; null when it was not started. */
  readonly logFile: string | null;
  /** Every error Terraform reported, in its own words. */
  readonly errors: readonly UiDiagnostic[];
}

/** A value, or the problem that prevented it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TerraformProblem };

/** The outcome of something that worked. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The outcome of something that did not. */
export function failed(problem: TerraformProblem): Outcome<never> {
  return { ok: false, problem };
}

/** The problem as a diagnostic; the hint ends with where the log is. */
export function problemDiagnostic(problem: TerraformProblem): Diagnostic {
  const log = problem.logFile === null ? null : `Terraform's output is in ${problem.logFile}`;
  const hint = [problem.hint, log].filter((part) => part !== null).join("; ");
  return {
    code: problem.code,
    severity: "error",
    message: problem.message,
    span: null,
    hint: hint === "" ? null : hint,
  };
}

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { problemDiagnostic, type TerraformProblem } from "../terraform/outcome.js";

/** Why a verb stopped, which decides its exit code. */
export type Why = "invalid" | "refused" | "failed" | "interrupted";

/** A value, or the reason and the diagnostics with which a verb stopped. */
export type Ended<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Why; readonly diagnostics: readonly Diagnostic[] };

export function done<T>(value: T): Ended<T> {
  return { ok: true, value };
}

export function stopped(why: Why, diagnostics: readonly Diagnostic[]): Ended<never> {
  return { ok: false, why, diagnostics };
}

/** A Terraform problem as the end of a verb. */
export function terraformFailed({ problem }: { readonly problem: TerraformProblem }): Ended<never> {
  const why = problem.code === "IDC518" ? "interrupted" : problem.code === "IDC515" ? "refused" : "failed";
  return stopped(why, [problemDiagnostic(problem)]);
}

import type { TerraformProblem } from "./outcome.js";

/** How to go on after a command that ended in the middle. */
export const whatIsLeft = "plan again: it shows what is left to do, and finds what is not in the state yet";

/** Codes of what stops an apply before it has done anything: the provider, a lock, a stale plan, the backend. */
const beforehand: ReadonlySet<string> = new Set(["IDC513", "IDC514", "IDC515", "IDC519"]);

/** The problem of a failed command; that of an apply says how to go on, for a part of it may be done. */
export function sayWhatIsLeft(verb: string, problem: TerraformProblem): TerraformProblem {
  if (verb !== "apply" || beforehand.has(problem.code)) return problem;
  return { ...problem, hint: problem.hint === null ? whatIsLeft : `${problem.hint}; then ${whatIsLeft}` };
}

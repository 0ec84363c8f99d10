import { done, type Ended, stopped } from "../workflow/ended.js";
import type { Shell } from "./shell.js";

/** A question that only `yes` answers. */
export interface YesOrNo {
  /** Ends in a question mark. */
  readonly question: string;
  /** What is said when there is no terminal, and what to do then. */
  readonly nobody: readonly [message: string, hint: string];
  /** The same after any other answer. */
  readonly declined: readonly [message: string, hint: string];
}

/** Asks on the terminal; refuses (IDC409) without one, and after any answer but `yes`. */
export async function askYes(shell: Shell, { question, nobody, declined }: YesOrNo): Promise<Ended<null>> {
  if (shell.ask === null) return refused(nobody);
  const answer = await shell.ask(`\n${question} Only "yes" is accepted: `);
  return answer.trim() === "yes" ? done(null) : refused(declined);
}

function refused([message, hint]: YesOrNo["nobody"]): Ended<never> {
  return stopped("refused", [{ code: "IDC409", severity: "error", message, span: null, hint }]);
}

import type { LockInfo } from "../../src/terraform/explain-lock.js";
import type { KeptState } from "../../src/terraform/kept-state.js";
import { failed, ok, type TerraformProblem } from "../../src/terraform/outcome.js";

/** A state of whose lock is told what the list says, in turn; after the last, nobody has it. Notes what was called. */
export function scriptedState(
  answers: readonly (LockInfo | TerraformProblem | null)[],
  note: (call: string) => void,
  pulled: Readonly<Record<string, unknown>> | TerraformProblem | null = null,
): KeptState {
  const left = [...answers];
  return {
    async init() {
      note("init backend");
      return ok(null);
    },
    async lock() {
      note("try lock");
      const next = left.shift() ?? null;
      return next !== null && "code" in next ? failed(next) : ok(next);
    },
    async release(id) {
      note(`release ${id}`);
      return ok(null);
    },
    async pull() {
      note("pull state");
      return isProblem(pulled) ? failed(pulled) : ok(pulled);
    },
  };
}

function isProblem(pulled: object | null): pulled is TerraformProblem {
  return pulled !== null && "logFile" in pulled;
}

import type { LockInfo } from "../../src/terraform/explain-lock.js";
import { failed, ok, type TerraformProblem } from "../../src/terraform/outcome.js";
import type { StateLock } from "../../src/terraform/state-lock.js";

/** A lock of which is told what the list says, in turn; after the last, nobody has it. Notes what was called. */
export function scriptedLock(
  answers: readonly (LockInfo | TerraformProblem | null)[],
  note: (call: string) => void,
): StateLock {
  const left = [...answers];
  return {
    async init() {
      note("init backend");
      return ok(null);
    },
    async read() {
      note("try lock");
      const next = left.shift() ?? null;
      return next !== null && "code" in next ? failed(next) : ok(next);
    },
    async release(id) {
      note(`release ${id}`);
      return ok(null);
    },
  };
}

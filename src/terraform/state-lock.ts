import { forceUnlockArgs, initBackendArgs, tryLockArgs } from "./args.js";
import { terraformEnvironment } from "./environment.js";
import { explain } from "./explain.js";
import { type LockInfo, readLockInfo } from "./explain-lock.js";
import { failed, type Outcome, ok } from "./outcome.js";
import { type RunnerOptions, runTerraform } from "./runner.js";
import type { UiDiagnostic } from "./ui-line.js";
import { cannotStart } from "./version.js";

/** The lock of a state, from a folder whose configuration is only the backend. */
export interface StateLock {
  /** Initializes the folder. */
  readonly init: () => Promise<Outcome<null>>;
  /** Who holds the lock; null when nobody does. */
  readonly read: () => Promise<Outcome<LockInfo | null>>;
  /** Takes the lock with this id away. */
  readonly release: (id: string) => Promise<Outcome<null>>;
}

export function createStateLock(options: RunnerOptions): StateLock {
  return {
    async init() {
      const result = await runTerraform(options, initBackendArgs(), {});
      // Terraform looks for providers once the backend is in place, and a lock needs none.
      return result.ok || result.problem.code === "IDC513" ? ok(null) : result;
    },
    async read() {
      const tried = await runPlain(options, tryLockArgs());
      if (tried.ok) return tried;
      const lock = tried.problem.errors.map((e) => readLockInfo(e.detail)).find((info) => info !== null);
      return lock === undefined || lock.id === "" ? tried : ok(lock);
    },
    release: (id) => runPlain(options, forceUnlockArgs(id)),
  };
}

/** Runs a command that has no `-json`. */
async function runPlain(options: RunnerOptions, args: readonly string[]): Promise<Outcome<null>> {
  const { exec, env, workdir, dataDir, logFile, signal } = options;
  const verb = args[0] ?? "";
  const result = await exec({
    file: "terraform",
    args,
    cwd: workdir,
    env: terraformEnvironment(env, dataDir),
    logFile,
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.startError !== null) return failed(cannotStart(result.startError));
  if (result.code === 0) return ok(null);
  const interrupted = signal?.aborted === true || result.signal !== null;
  return failed(explain({ verb, errors: plainErrors(result.stderrTail), interrupted, logFile }));
}

/** What is told on stderr, as one error: its first line, and everything. */
function plainErrors(text: string): readonly UiDiagnostic[] {
  const at = text.search(/^(Error: |Failed to )/m);
  if (at < 0) return [];
  const told = text.slice(at).trim();
  const [summary = ""] = told.split("\n");
  const detail = told.slice(summary.length).trim();
  return [{ severity: "error", summary: summary.replace(/^Error: /, ""), detail, address: null }];
}

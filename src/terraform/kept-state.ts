import { forceUnlockArgs, initBackendArgs, pullArgs, tryLockArgs } from "./args.js";
import { terraformEnvironment } from "./environment.js";
import type { ExecResult } from "./exec.js";
import { explain } from "./explain.js";
import { type LockInfo, readLockInfo } from "./explain-lock.js";
import type { JsonObject } from "./json.js";
import { failed, type Outcome, ok } from "./outcome.js";
import { pulledState, pullLimit } from "./pulled-state.js";
import { type RunnerOptions, runTerraform } from "./runner.js";
import type { UiDiagnostic } from "./ui-line.js";
import { cannotStart } from "./version.js";

/** A state where it is kept, from a folder whose configuration is only the backend: no provider is needed. */
export interface KeptState {
  /** Initializes the folder. */
  readonly init: () => Promise<Outcome<null>>;
  /** Who holds the lock; null when nobody does. */
  readonly lock: () => Promise<Outcome<LockInfo | null>>;
  /** Takes the lock with this id away. */
  readonly release: (id: string) => Promise<Outcome<null>>;
  /** The state as it is written, for `readKeptState`; null when there is none yet. It is not locked. */
  readonly pull: () => Promise<Outcome<JsonObject | null>>;
}

export function createKeptState(options: RunnerOptions): KeptState {
  return {
    async init() {
      const result = await runTerraform(options, initBackendArgs(), {});
      // Terraform looks for providers once the backend is in place, and a lock needs none.
      return result.ok || result.problem.code === "IDC513" ? ok(null) : result;
    },
    async lock() {
      const tried = await runPlain(options, tryLockArgs());
      if (tried.ok) return ok(null);
      const lock = tried.problem.errors.map((e) => readLockInfo(e.detail)).find((info) => info !== null);
      return lock === undefined || lock.id === "" ? tried : ok(lock);
    },
    async release(id) {
      const released = await runPlain(options, forceUnlockArgs(id));
      return released.ok ? ok(null) : released;
    },
    async pull() {
      const pulled = await runPlain(options, pullArgs(), pullLimit);
      if (!pulled.ok) return pulled;
      return pulledState(pulled.value, options.logFile);
    },
  };
}

/** Runs a command that has no `-json`. */
async function runPlain(
  options: RunnerOptions,
  args: readonly string[],
  capture?: number,
): Promise<Outcome<ExecResult>> {
  const { exec, env, workdir, dataDir, logFile, signal } = options;
  const verb = args[0] ?? "";
  const result = await exec({
    file: "terraform",
    args,
    cwd: workdir,
    env: terraformEnvironment(env, dataDir),
    logFile,
    ...(capture === undefined ? {} : { capture }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (result.startError !== null) return failed(cannotStart(result.startError));
  if (result.code === 0) return ok(result);
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

import { type Environment, terraformEnvironment } from "./environment.js";
import type { Exec, ExecResult } from "./exec.js";
import { explain } from "./explain.js";
import { failed, type Outcome } from "./outcome.js";
import { parseUiLine, type UiDiagnostic, type UiLine } from "./ui-line.js";
import { cannotStart } from "./version.js";
import { sayWhatIsLeft, whatIsLeft } from "./what-is-left.js";

/** Where and how Terraform runs. */
export interface RunnerOptions {
  readonly exec: Exec;
  /** The caller's environment: credentials, PATH, proxies. */
  readonly env: Environment;
  /** The folder with `cdk.tf.json`. */
  readonly workdir: string;
  /** `TF_DATA_DIR`: providers and the backend's settings. Absolute. */
  readonly dataDir: string;
  /** Gets Terraform's whole output, appended, mode 0600. */
  readonly logFile: string;
  /** Asks Terraform to stop in order. */
  readonly signal?: AbortSignal;
}

/** A command that ended, with the errors it reported. */
interface Ended {
  readonly result: ExecResult;
  readonly errors: readonly UiDiagnostic[];
}

/** Runs one command; with `capture`, stdout is data and is handed back. */
export async function runTerraform(
  options: RunnerOptions,
  args: readonly string[],
  { capture, onLine }: { readonly capture?: number; readonly onLine?: (line: UiLine) => void },
): Promise<Outcome<ExecResult>> {
  const verb = args[0] ?? "";
  const interrupted = (): boolean => options.signal?.aborted === true;
  if (interrupted()) return failed(explain({ verb, errors: [], interrupted: true, logFile: null }));
  const { result, errors } = await start(options, args, capture, onLine);
  if (result.startError !== null) return failed(cannotStart(result.startError));
  // 2 means changes; only `plan -detailed-exitcode` uses it
  if (result.code === 0 || (result.code === 2 && verb === "plan")) return { ok: true, value: result };
  const problem = explain({ verb, errors, interrupted: interrupted(), logFile: options.logFile });
  if (interrupted()) return failed(problem);
  if (result.signal === null) return failed(sayWhatIsLeft(verb, problem));
  // nobody here asked for it: the machine was short of memory, or somebody killed it
  const message = `terraform ${verb} was killed by ${result.signal}`;
  return failed({ ...problem, message, hint: whatIsLeft });
}

async function start(
  options: RunnerOptions,
  args: readonly string[],
  capture: number | undefined,
  onLine: ((line: UiLine) => void) | undefined,
): Promise<Ended> {
  const errors: UiDiagnostic[] = [];
  const result = await options.exec({
    file: "terraform",
    args,
    cwd: options.workdir,
    env: terraformEnvironment(options.env, options.dataDir),
    logFile: options.logFile,
    ...(capture === undefined ? {} : { capture }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    onLine: (text, stream) => {
      const line = stream === "stdout" ? parseUiLine(text) : null;
      if (line === null) return;
      if (line.type === "diagnostic" && line.diagnostic.severity === "error") errors.push(line.diagnostic);
      onLine?.(line);
    },
  });
  return { result, errors };
}

import { join } from "node:path";
import {
  applyArgs,
  applyParallelism,
  defaultLockTimeout,
  initArgs,
  planArgs,
  planParallelism,
  pullArgs,
  showArgs,
} from "./args.js";
import type { FileStore } from "./file-store.js";
import { type JsonObject, parseObject } from "./json.js";
import { readKeptState } from "./kept-state-json.js";
import { mirrorArgs } from "./mirror.js";
import { failed, type Outcome, ok } from "./outcome.js";
import type { PlanJson } from "./plan-json.js";
import { advance, applyProgress, type Progress, planProgress } from "./progress.js";
import { pulledState, pullLimit } from "./pulled-state.js";
import { type RunnerOptions, runTerraform } from "./runner.js";
import type { State } from "./state-json.js";

/** `show -json` of 12,000 assignments is some 100 MB; a string of Node ends at 512 MB. */
const showLimit = 400 * 1024 * 1024;

export interface TerraformOptions extends RunnerOptions {
  readonly files: FileStore;
  /** The committed provider lock, see `committedLockFile`. */
  readonly lockFile: string;
  /** The folder providers are installed from, see `findMirror`; null downloads them. */
  readonly mirror: string | null;
  /** Seconds to wait for another run's state lock. Default 30. */
  readonly lockTimeout?: number;
}

/** The terraform binary in one working folder. */
export interface Terraform {
  /** Puts the provider lock in place and initializes the folder. */
  readonly init: () => Promise<Outcome<null>>;
  /** Plans into the file `out`. */
  readonly plan: (options: PlanOptions) => Promise<Outcome<{ readonly changes: boolean }>>;
  /** The saved plan as a document for `readPlan`. */
  readonly showPlan: (planFile: string) => Promise<Outcome<PlanJson>>;
  /** The state as it is kept: reading it needs no provider, so it takes a tenth of the time of showing it. */
  readonly state: () => Promise<Outcome<State>>;
  /** Applies exactly one saved plan. */
  readonly apply: (planFile: string, options?: ApplyOptions) => Promise<Outcome<null>>;
}

export interface PlanOptions {
  readonly out: string;
  /** False takes the state for what AWS has. Default true. */
  readonly refresh?: boolean;
  /** Default 10. */
  readonly parallelism?: number;
  /** How many resources the state has, for the progress; null when not known. Default null. */
  readonly refreshTotal?: number | null;
  readonly onProgress?: (progress: Progress) => void;
}

export interface ApplyOptions {
  /** Default 15. */
  readonly parallelism?: number;
  readonly onProgress?: (progress: Progress) => void;
}

export function createTerraform(options: TerraformOptions): Terraform {
  const lockTimeout = options.lockTimeout ?? defaultLockTimeout;
  return {
    async init() {
      const lock = await options.files.read(options.lockFile);
      if (lock === null) throw new Error(`no such file: ${options.lockFile}`);
      await options.files.write(join(options.workdir, ".terraform.lock.hcl"), lock);
      const result = await runTerraform(options, initArgs(mirrorArgs(options.mirror)), {});
      return result.ok ? ok(null) : result;
    },
    async plan({ out, refresh = true, parallelism = planParallelism, refreshTotal = null, onProgress }) {
      const onLine = follow(planProgress(refreshTotal), onProgress);
      const result = await runTerraform(options, planArgs({ out, refresh, parallelism, lockTimeout }), {
        onLine,
      });
      return result.ok ? ok({ changes: result.value.code === 2 }) : result;
    },
    showPlan: (planFile) => show(options, planFile),
    async state() {
      const result = await runTerraform(options, pullArgs(), { capture: pullLimit });
      const pulled = result.ok ? pulledState(result.value, options.logFile) : result;
      return pulled.ok ? ok(readKeptState(pulled.value)) : pulled;
    },
    async apply(planFile, { parallelism = applyParallelism, onProgress } = {}) {
      const onLine = follow(applyProgress, onProgress);
      const result = await runTerraform(options, applyArgs(planFile, { parallelism, lockTimeout }), {
        onLine,
      });
      return result.ok ? ok(null) : result;
    },
  };
}

async function show(options: RunnerOptions, planFile: string): Promise<Outcome<JsonObject>> {
  const result = await runTerraform(options, showArgs(planFile), { capture: showLimit });
  if (!result.ok) return result;
  const document = result.value.truncated ? null : parseObject(result.value.stdout);
  if (document !== null) return ok(document);
  const message = result.value.truncated
    ? "the plan is larger than 400 MB"
    : "terraform shows no readable plan";
  return failed({ code: "IDC510", message, hint: null, logFile: options.logFile, errors: [] });
}

function follow(start: Progress, onProgress: ((progress: Progress) => void) | undefined) {
  let progress = start;
  return (line: Parameters<typeof advance>[1]): void => {
    const next = advance(progress, line);
    if (next === progress) return;
    progress = next;
    onProgress?.(next);
  };
}

import { join } from "node:path";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { FileStore } from "../../terraform/file-store.js";
import type { Run } from "./run.js";
import { isRunId, latestRunId } from "./run-id.js";
import { readRun, runText } from "./run-json.js";

/** A run, or the diagnostic that says why there is none. */
export type LoadedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The runs of a project: one folder each, with `run.json` and `plan.tfplan`. */
export interface RunStore {
  /** The folder of a run. */
  readonly folder: (id: string) => string;
  /** Makes the folder of a new run, which is no run yet. */
  readonly prepare: (id: string) => Promise<void>;
  /** Where the plan of a run is saved. */
  readonly planFile: (id: string) => string;
  /** Makes the plan file private, for it holds every value in clear, and gives its hash. */
  readonly sealPlan: (id: string) => Promise<string>;
  /** Writes `run.json`, which makes the folder a run: so do it last. */
  readonly save: (run: Run) => Promise<void>;
  readonly load: (id: string) => Promise<LoadedRun>;
  /** The newest folder that has a `run.json`. */
  readonly latest: () => Promise<LoadedRun>;
  /** Hash of the plan file as it is now; null when it is gone. */
  readonly planSha256: (id: string) => Promise<string | null>;
}

/** Runs below `root`, usually `.identity/runs`. */
export function createRunStore(files: FileStore, root: string): RunStore {
  const folder = (id: string): string => {
    if (!isRunId(id)) throw new Error(`not a run id: ${id}`);
    return join(root, id);
  };
  const planFile = (id: string): string => join(folder(id), "plan.tfplan");
  const runFile = (id: string): string => join(folder(id), "run.json");

  async function load(id: string): Promise<LoadedRun> {
    const text = isRunId(id) ? await files.read(runFile(id)) : null;
    if (text === null) return missing(`there is no run "${id}"`);
    const read = readRun(text, id);
    return read.ok
      ? read
      : { ok: false, diagnostic: refusal("IDC520", `run ${id} cannot be read: ${read.reason}`) };
  }

  async function latest(): Promise<LoadedRun> {
    let names = await files.list(root);
    for (let id = latestRunId(names); id !== null; id = latestRunId(names)) {
      if ((await files.read(runFile(id))) !== null) return load(id);
      const unfinished = id;
      names = names.filter((name) => name !== unfinished);
    }
    return missing("there is no run");
  }

  return {
    folder,
    prepare: (id) => files.makeFolder(folder(id)),
    planFile,
    async sealPlan(id) {
      await files.protect(planFile(id));
      const hash = await files.sha256(planFile(id));
      if (hash === null) throw new Error(`no such file: ${planFile(id)}`);
      return hash;
    },
    save: (run) => files.write(runFile(run.id), runText(run)),
    load,
    latest,
    planSha256: (id) => files.sha256(planFile(id)),
  };
}

function missing(message: string): LoadedRun {
  return { ok: false, diagnostic: refusal("IDC527", message) };
}

function refusal(code: string, message: string): Diagnostic {
  return { code, severity: "error", message, span: null, hint: "make one with `identity plan`" };
}

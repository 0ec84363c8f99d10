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

/** What lies beside `run.json`, and is needed to apply the run elsewhere. */
export type RunFile = "plan.tfplan" | "plan.json" | "cdk.tf.json" | ".terraform.lock.hcl" | "facts.json";

/** The runs of a project: one folder each, for the owner only. */
export interface RunStore {
  /** The folder of a run. */
  readonly folder: (id: string) => string;
  /** Makes the folder of a new run, which is no run yet. */
  readonly prepare: (id: string) => Promise<void>;
  /** Where the plan of a run is saved. */
  readonly planFile: (id: string) => string;
  /** Takes a file that another program wrote away from everybody else, for it may hold values in clear. */
  readonly seal: (id: string, name: RunFile) => Promise<void>;
  /** Writes a file beside `run.json`. */
  readonly write: (id: string, name: RunFile, text: string) => Promise<void>;
  /** The text of a file; null when it is gone. */
  readonly read: (id: string, name: RunFile) => Promise<string | null>;
  /** Hash of a file as it is now; null when it is gone. */
  readonly sha256: (id: string, name: RunFile) => Promise<string | null>;
  /** Writes `run.json`, which makes the folder a run: so do it last. */
  readonly save: (run: Run) => Promise<void>;
  readonly load: (id: string) => Promise<LoadedRun>;
  /** The newest folder that has a `run.json`. */
  readonly latest: () => Promise<LoadedRun>;
}

/** Runs below `root`, usually `.identity/runs`. */
export function createRunStore(files: FileStore, root: string): RunStore {
  const folder = (id: string): string => {
    if (!isRunId(id)) throw new Error(`not a run id: ${id}`);
    return join(root, id);
  };
  const file = (id: string, name: RunFile | "run.json"): string => join(folder(id), name);

  async function load(id: string): Promise<LoadedRun> {
    const text = isRunId(id) ? await files.read(file(id, "run.json")) : null;
    if (text === null) return missing(`there is no run "${id}"`);
    const read = readRun(text, id);
    return read.ok
      ? read
      : { ok: false, diagnostic: refusal("IDC520", `run ${id} cannot be read: ${read.reason}`) };
  }

  async function latest(): Promise<LoadedRun> {
    let names = await files.list(root);
    for (let id = latestRunId(names); id !== null; id = latestRunId(names)) {
      if ((await files.read(file(id, "run.json"))) !== null) return load(id);
      const unfinished = id;
      names = names.filter((name) => name !== unfinished);
    }
    return missing("there is no run");
  }

  return {
    folder,
    prepare: (id) => files.makeFolder(folder(id)),
    planFile: (id) => file(id, "plan.tfplan"),
    seal: (id, name) => files.protect(file(id, name)),
    write: (id, name, text) => files.write(file(id, name), text),
    read: (id, name) => files.read(file(id, name)),
    sha256: (id, name) => files.sha256(file(id, name)),
    save: (run) => files.write(file(run.id, "run.json"), runText(run)),
    load,
    latest,
  };
}

function missing(message: string): LoadedRun {
  return { ok: false, diagnostic: refusal("IDC527", message) };
}

function refusal(code: string, message: string): Diagnostic {
  return { code, severity: "error", message, span: null, hint: "make one with `identity plan`" };
}

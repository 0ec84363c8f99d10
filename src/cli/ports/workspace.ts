import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { GivenBackend } from "../../catalog/backend-file.js";
import { createKeptState } from "../../terraform/kept-state.js";
import { committedLockFile } from "../../terraform/lock-file.js";
import { findMirror, terraformPlatform } from "../../terraform/mirror.js";
import { nodeExec } from "../../terraform/node-exec.js";
import { nodeFileStore } from "../../terraform/node-file-store.js";
import type { Outcome } from "../../terraform/outcome.js";
import { createTerraform } from "../../terraform/terraform.js";
import { findTerraform } from "../../terraform/version.js";
import type { Ports } from "../../workflow/ports.js";
import { createRunStore } from "../../workflow/run/run-store.js";
import { relativePath } from "../node-files.js";
import type { Shell } from "../shell.js";
import { openAws } from "./aws.js";
import { beginStep } from "./steps.js";
import { synthInto } from "./synth-folder.js";

/** The real ports of a workflow, and what to close after it. */
export interface Workspace {
  readonly ports: Ports;
  close(): void;
}

export interface WorkspaceOptions {
  readonly region: string;
  readonly stack: string;
  /** Holds runs, state and Terraform's data: `.identity`, or `.identity/sandbox`. Absolute. */
  readonly root: string;
  /** True when the endpoint is the embedded sandbox. */
  readonly sandbox: boolean;
  /** The backend of `--backend`; null leaves it to the catalog. */
  readonly given: GivenBackend | null;
}

/** Opens AWS and Terraform for one verb. */
export async function openWorkspace(shell: Shell, options: WorkspaceOptions): Promise<Outcome<Workspace>> {
  const { root, stack } = options;
  const platform = terraformPlatform(process.platform, process.arch);
  const mirror = await findMirror(nodeFileStore, shell.env, platform);
  if (!mirror.ok) return mirror;
  await mkdir(join(root, "state"), { recursive: true, mode: 0o700 });
  const aws = await openAws(options.region, shell.env, options.sandbox, {
    file: join(root, "reading.jsonl"),
    now: () => shell.now().getTime(),
  });
  const ports: Ports = {
    aws,
    synth: synthInto,
    terraformVersion: () => findTerraform(nodeExec, shell.env, shell.cwd),
    terraformIn: (folder) =>
      createTerraform({
        exec: nodeExec,
        env: shell.env,
        workdir: folder,
        dataDir: join(root, "terraform", stack),
        logFile: join(folder, "terraform.log"),
        files: nodeFileStore,
        lockFile: committedLockFile(),
        mirror: mirror.value,
        signal: shell.signal,
      }),
    keptStateIn: (folder) =>
      createKeptState({
        exec: nodeExec,
        env: shell.env,
        workdir: folder,
        dataDir: join(folder, ".terraform"),
        logFile: join(folder, "terraform.log"),
        signal: shell.signal,
      }),
    given: options.given,
    pathFromRun: (path) => relativePath(join(root, "runs", "run"), resolve(shell.cwd, path)),
    terraformWorkspace: shell.env["TF_WORKSPACE"] ?? "",
    lockSha256: async () => (await nodeFileStore.sha256(committedLockFile())) ?? "",
    runs: createRunStore(nodeFileStore, join(root, "runs")),
    files: nodeFileStore,
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    now: () => shell.now(),
    random: () => randomBytes(4).toString("hex"),
    step: (title) => beginStep(shell, title),
  };
  return { ok: true, value: { ports, close: () => aws.close() } };
}

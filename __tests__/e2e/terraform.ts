import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMirror, mirrorArgs, terraformPlatform } from "../../src/terraform/mirror.js";
import { nodeFileStore } from "../../src/terraform/node-file-store.js";

/** Runs `work` in a folder that holds nothing but this configuration, and removes the folder. */
export function inTerraformFolder<T>(file: string, text: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "terraform-"));
  try {
    writeFileSync(join(folder, file), text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const platform = terraformPlatform(process.platform, process.arch);
const mirror = await findMirror(nodeFileStore, process.env, platform);

/** `terraform init` without a backend, from the mirror on disk where there is one. */
export function initWithoutBackend(folder: string): void {
  if (!mirror.ok) throw new Error(mirror.problem.message);
  terraform(folder, "init", "-backend=false", ...mirrorArgs(mirror.value));
}

/** Runs terraform and returns its stdout; throws with its stderr when it fails. */
export function terraform(folder: string, ...args: readonly string[]): string {
  const { TF_CLI_CONFIG_FILE: _, ...env } = process.env;
  return execFileSync("terraform", args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" },
  });
}

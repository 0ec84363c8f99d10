import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providerMirror } from "./provider-mirror.js";

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

/** `terraform init` without a backend, from the mirror on disk where there is one. */
export function initWithoutBackend(folder: string): void {
  const mirror = providerMirror();
  terraform(folder, "init", "-backend=false", ...(mirror === null ? [] : [`-plugin-dir=${mirror}`]));
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

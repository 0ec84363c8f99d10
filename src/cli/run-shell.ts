import { spawn } from "node:child_process";
import { exit } from "./exit.js";
import type { Shell } from "./shell.js";

/** Runs a command with `sh -c` on this terminal; gives its exit code. */
export function runShell(shell: Shell, command: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", command], { cwd: shell.cwd, env: shell.env, stdio: "inherit" });
    child.once("error", (error) => {
      shell.err(`cannot run sh: ${error.message}\n`);
      resolve(exit.failed);
    });
    child.once("exit", (code, signal) => resolve(signal === null ? (code ?? exit.failed) : exit.interrupted));
  });
}

import { exit } from "./exit.js";
import type { Shell } from "./shell.js";

const notOurFault = new Set(["EACCES", "EDQUOT", "EISDIR", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"]);

/** Last resort: an error nobody explained. Says whose it is: the file system's, or ours and how to report it. */
export function unexpected(shell: Shell, error: unknown, verbose: boolean): number {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const hint = notOurFault.has(code)
    ? "look at the permissions and the free space there"
    : "run it again with --verbose and report the trace: this is a mistake of the program";
  shell.err(`${shell.paint("red", "error")} IDC901: unexpected: ${message}\n`);
  if (verbose && error instanceof Error && error.stack !== undefined) shell.err(`${error.stack}\n`);
  else shell.err(`  → ${hint}\n`);
  return exit.failed;
}

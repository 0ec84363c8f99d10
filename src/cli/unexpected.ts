import { exit } from "./exit.js";
import type { Shell } from "./shell.js";

/** Last resort: an error nobody explained. Says that it is ours, and how to report it. */
export function unexpected(shell: Shell, error: unknown, verbose: boolean): number {
  const message = error instanceof Error ? error.message : String(error);
  shell.err(`${shell.paint("red", "error")} IDC901: unexpected: ${message}\n`);
  if (verbose && error instanceof Error && error.stack !== undefined) shell.err(`${error.stack}\n`);
  else shell.err("  → run it again with --verbose and report the trace: this is a mistake of the program\n");
  return exit.failed;
}

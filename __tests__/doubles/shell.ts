import { run } from "../../src/cli/program.js";
import type { Shell } from "../../src/cli/shell.js";
import { plain } from "../../src/report/paint.js";

/** A shell that keeps what is written. */
export interface FakeShell extends Shell {
  readonly written: { out: string; err: string };
}

/** Nobody to ask, no terminal, and an environment without anything. */
export function fakeShell(cwd: string, more: Partial<Shell> = {}): FakeShell {
  const written = { out: "", err: "" };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    paint: plain,
    paintOut: plain,
    ask: null,
    isTerminal: false,
    cwd,
    env: {},
    now: () => new Date("2026-11-24T07:00:00Z"),
    signal: new AbortController().signal,
    ...more,
  };
}

/** One command line in a folder: its exit code and both streams. */
export async function identity(
  cwd: string,
  args: readonly string[],
  more: Partial<Shell> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const shell = fakeShell(cwd, more);
  const code = await run(shell, args);
  return { code, ...shell.written };
}

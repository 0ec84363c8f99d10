import { getEventListeners } from "node:events";
import { createInterface } from "node:readline/promises";
import { coloured, plain } from "../report/paint.js";
import type { Shell } from "./shell.js";

/**
 * The real terminal. The first SIGINT or SIGTERM aborts `signal`, so that whoever listens (Terraform, a
 * question, the sandbox) ends in order; with nobody listening, or the second time, it ends the process.
 */
export function nodeShell(): Shell {
  const { stdin, stdout, stderr, env } = process;
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (abort.signal.aborted || getEventListeners(abort.signal, "abort").length === 0) process.exit(130);
      abort.abort(new Error(`interrupted by ${name}`));
    });
  }
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const noColour = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    paint: stderr.isTTY && !noColour ? coloured : plain,
    paintOut: stdout.isTTY && !noColour ? coloured : plain,
    ask: stdin.isTTY && stderr.isTTY ? (question) => askOnTerminal(question, abort.signal) : null,
    isTerminal: stderr.isTTY === true && env["TERM"] !== "dumb",
    cwd: process.cwd(),
    env,
    now: () => new Date(),
    signal: abort.signal,
  };
}

async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // A terminal in line mode gives Ctrl-C to readline instead of the process.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  // The end of input (Ctrl-D) is no answer; without this nobody would wait for one any more.
  const closed = new Promise<string>((resolve) => void lines.once("close", () => resolve("")));
  try {
    return await Promise.race([lines.question(question, { signal }), closed]);
  } finally {
    lines.close();
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { createHead, createTail } from "./capture.js";
import type { Exec, ExecCommand, ExecResult, OutputStream } from "./exec.js";
import { createLineSplitter } from "./lines.js";
import { openLog } from "./log-file.js";
import { linkSignals } from "./node-signals.js";

const stderrTailBytes = 8192;

/** The real `Exec`. Rejects only when `cwd` or `logFile` cannot be used. */
export const nodeExec: Exec = async (command) => {
  // spawn reports a missing folder as a missing program
  if (!statSync(command.cwd).isDirectory()) throw new Error(`not a folder: ${command.cwd}`);
  const log = openLog(command.logFile ?? null);
  try {
    log.write(`$ ${[command.file, ...command.args].join(" ")}\n`);
    return await run(command, log.write);
  } finally {
    log.close();
  }
};

function run(command: ExecCommand, log: (chunk: Buffer) => void): Promise<ExecResult> {
  return new Promise((resolve) => {
    const limit = command.capture ?? 0;
    const head = createHead(limit);
    const tail = createTail(stderrTailBytes);
    const child = start(command);
    const unlink = linkSignals(child, command.signal);
    const finish = (code: number | null, signal: string | null, startError: string | null): void => {
      unlink();
      const stderrTail = tail.text();
      resolve({
        code,
        signal,
        stdout: head.text(),
        truncated: limit > 0 && head.truncated(),
        stderrTail,
        startError,
      });
    };
    read(child, "stdout", limit > 0 ? [head.push] : [log], limit > 0 ? undefined : command.onLine);
    read(child, "stderr", [log, tail.push], command.onLine);
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) finish(null, null, error.code ?? error.message);
    });
    child.once("close", (code, signal) => {
      if (child.pid !== undefined) finish(code, signal, null);
    });
  });
}

/** In a process group of its own, so that Ctrl-C in the terminal reaches it only through us, and once. */
function start(command: ExecCommand): ChildProcess {
  return spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    shell: false,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

function read(
  child: ChildProcess,
  stream: OutputStream,
  sinks: readonly ((chunk: Buffer) => void)[],
  onLine: ExecCommand["onLine"],
): void {
  const lines = createLineSplitter((line) => onLine?.(line, stream));
  child[stream]?.on("data", (chunk: Buffer) => {
    for (const sink of sinks) sink(chunk);
    if (onLine !== undefined) lines.push(chunk);
  });
  child[stream]?.once("end", lines.end);
}

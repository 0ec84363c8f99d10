export type OutputStream = "stdout" | "stderr";

/** A program to start, without a shell. */
export interface ExecCommand {
  /** A name looked up in `env.PATH`, or a path. */
  readonly file: string;
  readonly args: readonly string[];
  /** Must exist. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets every line without its line break, as it comes. */
  readonly onLine?: (line: string, stream: OutputStream) => void;
  /** Output is appended here, mode 0600. */
  readonly logFile?: string;
  /**
   * Bytes of stdout to hand back. Such stdout is data, possibly secret, so it is kept out of the log and
   * of `onLine`. Default 0: nothing is handed back.
   */
  readonly capture?: number;
  /** Asks the program once to stop in order (SIGINT). */
  readonly signal?: AbortSignal;
}

/** How a program ended. */
export interface ExecResult {
  /** Exit code; null when it was not started or died of a signal. */
  readonly code: number | null;
  /** Name of the signal it died of, such as `SIGKILL`. */
  readonly signal: string | null;
  /** At most `capture` bytes. */
  readonly stdout: string;
  /** True when stdout was longer than `capture`. */
  readonly truncated: boolean;
  /** The last 8 KiB of stderr. */
  readonly stderrTail: string;
  /** Why it could not be started: `ENOENT` when there is no such program, `EACCES`, …; else null. */
  readonly startError: string | null;
}

/** Port: starts a program and waits for its end. Never rejects because of how the program ended. */
export type Exec = (command: ExecCommand) => Promise<ExecResult>;

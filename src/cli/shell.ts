import type { Paint } from "../report/paint.js";

/** What a verb may touch. Tests hand in their own; `node-shell.ts` is the real one. */
export interface Shell {
  /** The data that was asked for. */
  out(text: string): void;
  /** Everything else: diagnostics, progress, questions. */
  err(text: string): void;
  /** Colours for stderr. */
  readonly paint: Paint;
  /** Colours for stdout, which may be a file or a pipe when stderr is a terminal. */
  readonly paintOut: Paint;
  /** Null when there is nobody to ask. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** True when stderr is a terminal, so that progress may rewrite a line. */
  readonly isTerminal: boolean;
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
}

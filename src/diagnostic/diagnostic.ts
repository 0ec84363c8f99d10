/** How much a diagnostic matters: an `error` stops the verb, a `warning` and an `info` do not. */
export type Severity = "error" | "warning" | "info";

/** All of them, what matters most first. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/**
 * A place in a file. Lines and columns count from 1, in UTF-16 code units; the end is exclusive.
 * `file` is the path as it is shown to people: relative to the current folder, with forward slashes.
 */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One finding about the input or the world. Diagnostics are collected as values and never thrown. */
export interface Diagnostic {
  /** Stable code `IDCnnn`, registered in `codes.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** Lower case, without a full stop; carries the wrong value. */
  readonly message: string;
  /** Where it is, or null when no file is to blame. */
  readonly span: Span | null;
  /** What to do next, as a sentence fragment; null when the message says it all. */
  readonly hint: string | null;
}

/** True when any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}

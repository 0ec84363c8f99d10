import type { ExecResult } from "../../src/terraform/exec.js";

/** A command that did what it should and printed nothing. */
export const success: ExecResult = {
  code: 0,
  signal: null,
  stdout: "",
  truncated: false,
  stderrTail: "",
  startError: null,
};

/** Exit codes, the same for every verb. */
export const exit = {
  /** Done; no changes; no findings. */
  done: 0,
  /** It failed: AWS, Terraform, network, authentication. */
  failed: 1,
  /** A checking verb found something, such as changes in plan. */
  found: 2,
  /** Usage or catalog invalid. */
  invalid: 3,
  /** Refused: preflight, a guard, a stale run, declined, or a question without a terminal. */
  refused: 4,
  interrupted: 130,
} as const;

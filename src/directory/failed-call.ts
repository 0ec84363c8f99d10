/** The call of AWS that an error came from. */
export interface FailedCall {
  /** As IAM spells it in actions: `sso`, `identitystore`, `organizations`, `sts`, `iam`. */
  readonly service: string;
  /** `ListInstances` */
  readonly operation: string;
}

const calls = new WeakMap<object, FailedCall>();

/** Remembers which call an error came from; the SDK's errors do not say. */
export function noteFailedCall(error: unknown, call: FailedCall): void {
  if (typeof error === "object" && error !== null) calls.set(error, call);
}

/** The call an error came from, or null for an error that no client of ours threw. */
export function failedCallOf(error: unknown): FailedCall | null {
  return typeof error === "object" && error !== null ? (calls.get(error) ?? null) : null;
}

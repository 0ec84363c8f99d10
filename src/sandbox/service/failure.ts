/** An error answer of a service, thrown by operations and turned into the wire format by the protocol. */
export interface Failure extends Error {
  /** The modelled name, such as `ConflictException`. */
  readonly code: string;
  /** Members beside the message, such as `Reason` or `ResourceType`. */
  readonly members: Readonly<Record<string, string>>;
}

const mark = Symbol("failure");

export function failure(
  code: string,
  message: string,
  members: Readonly<Record<string, string>> = {},
): Failure {
  return Object.assign(new Error(message), { code, members, [mark]: true });
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && mark in error;
}

/** The HTTP status that goes with a code: AWS's JSON and query services answer 400 unless it is theirs to blame. */
export function statusOf(code: string): number {
  if (code === "ServiceUnavailable" || code === "ServiceUnavailableException") return 503;
  if (code.startsWith("Internal") || code === "ServiceException") return 500;
  if (code === "RequestEntityTooLarge") return 413;
  return 400;
}

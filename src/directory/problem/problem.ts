/** What stands between a person and AWS, and what to do about it. */
export interface AwsProblem {
  /** `IDC500` … `IDC509` */
  readonly code: string;
  /** Lower case, without a full stop; no secrets. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

const mark = Symbol("AwsProblem");

/** A problem as an error, to be thrown. */
export function problemError(problem: AwsProblem): Error & AwsProblem {
  return Object.assign(new Error(problem.message), { code: problem.code, hint: problem.hint, [mark]: true });
}

export function isAwsProblem(error: unknown): error is Error & AwsProblem {
  return error instanceof Error && mark in error;
}

import { explainAccess } from "./problem/access.js";
import { awsFailure, type CallContext } from "./problem/aws-failure.js";
import { explainCredentials } from "./problem/credentials.js";
import { explainOther, explainThrottling } from "./problem/load.js";
import { explainNetwork } from "./problem/network.js";
import { type AwsProblem, isAwsProblem } from "./problem/problem.js";

export type { CallContext } from "./problem/aws-failure.js";
export type { AwsProblem } from "./problem/problem.js";

/**
 * One clear message for whatever went wrong between us and AWS: codes `IDC500` to `IDC509`, without
 * secrets. An error that is an `AwsProblem` already stays as it is.
 */
export function explainAwsError(error: unknown, context: CallContext): AwsProblem {
  if (isAwsProblem(error)) return { code: error.code, message: error.message, hint: error.hint };
  const failure = awsFailure(error, context);
  return (
    explainCredentials(failure) ??
    explainAccess(failure) ??
    explainThrottling(failure) ??
    explainNetwork(failure) ??
    explainOther(failure)
  );
}

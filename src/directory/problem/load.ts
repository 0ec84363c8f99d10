import type { AwsFailure } from "./aws-failure.js";
import type { AwsProblem } from "./problem.js";
import { withoutSecrets } from "./without-secrets.js";

const throttled = new Set([
  "RequestLimitExceeded",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

/** Throttling that outlasted every retry; null for any other failure. */
export function explainThrottling(failure: AwsFailure): AwsProblem | null {
  if (!throttled.has(failure.name) && failure.httpStatus !== 429) return null;
  return {
    code: "IDC509",
    message: `AWS kept throttling ${callOf(failure)}`,
    hint: "something else uses up the request quota (a Terraform run, another pipeline): wait until it is done and repeat the command",
  };
}

/** Whatever nothing else explains, in AWS's own words. */
export function explainOther(failure: AwsFailure): AwsProblem {
  const words = withoutSecrets(failure.message);
  const theirs = (failure.httpStatus ?? 0) >= 500;
  return {
    code: "IDC500",
    message: `${callOf(failure)} failed: ${failure.name}${words === "" ? "" : `: ${words}`}`,
    hint: theirs
      ? "the fault is on AWS's side: see https://health.aws.amazon.com and repeat the command later"
      : "repeat the command; if it fails again, look the error up in the API reference of AWS",
  };
}

function callOf({ service, operation }: AwsFailure): string {
  return operation === null
    ? "a call of AWS"
    : [service, operation].filter((part) => part !== null).join(":");
}

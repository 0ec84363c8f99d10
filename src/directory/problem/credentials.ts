import type { AwsFailure } from "./aws-failure.js";
import type { AwsProblem } from "./problem.js";

const providerErrors = new Set(["CredentialsProviderError", "TokenProviderError", "ProviderError"]);
const expired = new Set([
  "ExpiredToken",
  "ExpiredTokenException",
  "ExpiredTokenIssue",
  "TokenRefreshRequired",
  "UnauthorizedException",
  "UnauthorizedSSOTokenError",
]);
const refused = new Set([
  "AuthFailure",
  "IncompleteSignature",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MissingAuthenticationToken",
  "MissingAuthenticationTokenException",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
]);
const skewed = new Set(["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]);

/** Credentials that are missing, expired, or not accepted; null for any other failure. */
export function explainCredentials(failure: AwsFailure): AwsProblem | null {
  if (providerErrors.has(failure.name)) {
    return saysExpired(failure.message) ? sessionExpired(failure) : noCredentials();
  }
  if (expired.has(failure.name)) return sessionExpired(failure);
  if (
    skewed.has(failure.name) ||
    (refused.has(failure.name) && /^signature (?:expired|not yet)/i.test(failure.message))
  ) {
    return clockWrong();
  }
  return refused.has(failure.name) ? credentialsRefused(failure) : null;
}

/** The SDK's providers tell an expired login only by their text. */
function saysExpired(message: string): boolean {
  return /expired|aws sso login|reauthenticate/i.test(message);
}

function sessionExpired({ message }: AwsFailure): AwsProblem {
  const profile = /profile=([\w.@+-]+)/.exec(message)?.[1];
  const login = profile === undefined ? "aws sso login" : `aws sso login --profile ${profile}`;
  return {
    code: "IDC502",
    message: "your AWS session has expired",
    hint: `sign in again (\`${login}\`, or export new temporary credentials) and repeat the command`,
  };
}

/** The providers' own words stay out: they may repeat what a credential process printed. */
function noCredentials(): AwsProblem {
  return {
    code: "IDC501",
    message: "no usable AWS credentials were found",
    hint: "set AWS_PROFILE to a profile that exists and run `aws sso login`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  };
}

function credentialsRefused({ context }: AwsFailure): AwsProblem {
  return {
    code: "IDC503",
    message: "AWS does not accept these credentials",
    hint: `check that the key exists, is active and belongs to this partition, that AWS_SESSION_TOKEN goes with it, and that the account has ${context.region} enabled`,
  };
}

function clockWrong(): AwsProblem {
  return {
    code: "IDC503",
    message: "AWS refuses the signature because this machine's clock is wrong",
    hint: "set the clock (more than 5 minutes off is refused) and repeat the command",
  };
}

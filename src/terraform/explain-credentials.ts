import type { Explanation } from "./explanation.js";
import type { UiDiagnostic } from "./ui-line.js";

const login = "sign in again, for example with `aws sso login`, or renew the keys of this environment";

/** In this order: an expired session is also reported as "no valid credential sources". */
const cases: readonly { readonly pattern: RegExp; readonly message: string; readonly hint: string }[] = [
  {
    pattern: /failed to get shared config profile, *([^\s:]+)/i,
    message: 'there is no AWS profile "$1"',
    hint: "set AWS_PROFILE to a profile of ~/.aws/config, or unset it",
  },
  {
    pattern:
      /ExpiredToken|RequestExpired|token (has|is) expired|session has expired|SSO session .*(expired|invalid)|InvalidGrantException/i,
    message: "the AWS credentials have expired",
    hint: login,
  },
  {
    pattern:
      /InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|AuthFailure|InvalidAccessKeyId|security token included in the request is invalid/i,
    message: "AWS does not accept these credentials",
    hint: "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or AWS_PROFILE",
  },
  {
    pattern:
      /No valid credential sources|failed to refresh cached|no EC2 IMDS role found|unable to locate credentials/i,
    message: "there are no AWS credentials",
    hint: "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or sign in with `aws sso login`",
  },
];

export function explainCredentials({ summary, detail }: UiDiagnostic): Explanation | null {
  const text = `${summary}\n${detail}`;
  for (const { pattern, message, hint } of cases) {
    const match = pattern.exec(text);
    if (match !== null) return { code: "IDC516", message: message.replace("$1", () => match[1] ?? ""), hint };
  }
  return null;
}

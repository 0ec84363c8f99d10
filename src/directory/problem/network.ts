import type { AwsFailure } from "./aws-failure.js";
import type { AwsProblem } from "./problem.js";

const unreachable = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);
const reasons: Readonly<Record<string, string>> = {
  EAI_AGAIN: "the name server does not answer",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: "the connection was cut",
  ENOTFOUND: "there is no such host",
};

/** An endpoint that cannot be talked to; null for any other failure. */
export function explainNetwork(failure: AwsFailure): AwsProblem | null {
  const { name, message, networkCode } = failure;
  if (/certificate|^ERR_TLS|^CERT_|SELF_SIGNED|UNABLE_TO_VERIFY/i.test(networkCode ?? ""))
    return distrusted(failure);
  if (/^region (?:is missing|not accepted)/i.test(message)) return noSuchRegion(failure);
  if (name !== "TimeoutError" && !unreachable.has(networkCode ?? "")) return null;
  const reason = reasons[networkCode ?? ""] ?? "no answer in time";
  return {
    code: "IDC506",
    message: `cannot reach ${placeOf(failure)}: ${reason}`,
    hint: failure.context.endpoint === undefined ? awsHint(failure) : endpointHint(failure.context.endpoint),
  };
}

function placeOf({ context, host }: AwsFailure): string {
  return context.endpoint === undefined ? (host ?? `AWS in ${context.region}`) : safeUrl(context.endpoint);
}

function awsHint({ context, host }: AwsFailure): string {
  if (host !== null && !host.includes("amazonaws."))
    return "check AWS_ENDPOINT_URL, and that the endpoint runs";
  return `check the network and proxy, and that "${context.region}" is a region that exists and has Identity Center`;
}

function endpointHint(endpoint: string): string {
  return `start what should answer at ${safeUrl(endpoint)} (\`identity sandbox\` for a local one), or unset AWS_ENDPOINT_URL to use AWS`;
}

/** Without user name, password and query: they may be secrets. */
function safeUrl(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : "the endpoint";
}

function distrusted(failure: AwsFailure): AwsProblem {
  return {
    code: "IDC506",
    message: `cannot trust ${placeOf(failure)}: ${failure.networkCode}`,
    hint: "behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to the proxy's certificate",
  };
}

function noSuchRegion({ context }: AwsFailure): AwsProblem {
  return {
    code: "IDC505",
    message: `"${context.region}" is not a region`,
    hint: "set `region` in the catalog to the home region of Identity Center, such as us-east-1",
  };
}

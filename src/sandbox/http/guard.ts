import type { IncomingMessage } from "node:http";

const loopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;

/**
 * Why a request is refused, or null. Web pages must not reach the endpoint: they carry an Origin,
 * or, by rebinding their own name to 127.0.0.1, a foreign Host.
 */
export function refusal(request: IncomingMessage): string | null {
  const { host, origin } = request.headers;
  if (host === undefined || !loopback.test(host))
    return "the sandbox answers on 127.0.0.1 and localhost only";
  if (origin !== undefined) return "the sandbox does not answer web pages";
  return null;
}

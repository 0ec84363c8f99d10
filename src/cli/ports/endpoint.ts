import { isLoopbackUrl } from "../../directory/loopback.js";

type Env = Readonly<Record<string, string | undefined>>;

/** True when every AWS call goes to this machine: then nothing real can be changed. */
export function isLoopback(env: Env): boolean {
  if (env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true") return false;
  const single = Object.entries(env).filter(
    ([name, url]) => name.startsWith("AWS_ENDPOINT_URL_") && url !== undefined,
  );
  return isLoopbackUrl(env["AWS_ENDPOINT_URL"]) && single.every(([, url]) => isLoopbackUrl(url));
}

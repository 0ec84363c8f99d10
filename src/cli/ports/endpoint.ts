type Env = Readonly<Record<string, string | undefined>>;

/** True when every AWS call goes to this machine: then nothing real can be changed. */
export function isLoopback(env: Env): boolean {
  if (env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() === "true") return false;
  const single = Object.entries(env).filter(
    ([name, url]) => name.startsWith("AWS_ENDPOINT_URL_") && url !== undefined,
  );
  return isLocal(env["AWS_ENDPOINT_URL"]) && single.every(([, url]) => isLocal(url));
}

function isLocal(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

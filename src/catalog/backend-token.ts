/** Where HCP Terraform is, when no hostname is written. */
export const defaultHostname = "app.terraform.io";

/**
 * The environment variable that Terraform takes the token for a host from: dots become `_`, hyphens `__`.
 * Null for a host with a port: no variable has a name for it.
 */
export function tokenVariable(hostname: string): string | null {
  if (!/^[A-Za-z0-9.-]+$/.test(hostname)) return null;
  return `TF_TOKEN_${hostname.replaceAll("-", "__").replaceAll(".", "_")}`;
}

/** Where the token for a host belongs, in words. */
export function whereTokensGo(hostname: string): string {
  const variable = tokenVariable(hostname);
  const login = `sign in with \`terraform login ${hostname}\``;
  return variable === null ? login : `set ${variable} in the environment, or ${login}`;
}

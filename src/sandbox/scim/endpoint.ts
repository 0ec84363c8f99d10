/**
 * The sandbox's tenant and its token, known to everybody: they open nothing but a sandbox on this machine.
 * AWS makes both at random.
 */
export const sandboxTenant = "5andb0c5-0000-4000-8000-000000000000";
export const sandboxToken = "5andb0c5:4e0f7d2b-9c61-4a85-b3d7-1f60c8a92e53:opens-no-door";

/** Where SCIM is served, for an identity provider or `SCIM_URL`. */
export interface ScimEndpoint {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

/** The SCIM endpoint of a sandbox at `http://127.0.0.1:<port>`. */
export function scimEndpoint(sandboxUrl: string): ScimEndpoint {
  return { url: `${sandboxUrl}/${sandboxTenant}/scim/v2`, token: sandboxToken };
}

/** Tenant and rest of a path below `/<tenant>/scim/v2`; null for any other path. */
export function scimPath(path: string): { readonly tenant: string; readonly rest: string } | null {
  const [, tenant, rest = ""] = /^\/([^/]+)\/scim\/v2(\/.*)?$/.exec(path) ?? [];
  return tenant === undefined ? null : { tenant, rest };
}

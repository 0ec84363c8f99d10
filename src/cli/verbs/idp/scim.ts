import type { CatalogOptions } from "../../options.js";
import type { Shell } from "../../shell.js";

export interface ScimFlags extends CatalogOptions {
  readonly url?: string;
  readonly tokenEnv: string;
  readonly format: "text" | "json";
}

/** `identity idp scim`: the connection test, and the groups that must exist. */
export async function scim(_shell: Shell, _flags: ScimFlags): Promise<number> {
  return 0;
}

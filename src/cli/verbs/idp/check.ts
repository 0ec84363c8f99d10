import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import type { Shell } from "../../shell.js";

export interface CheckFlags {
  readonly previous?: string;
  readonly provider?: ProviderName;
  readonly format: "text" | "json";
}

/** `identity idp check`: SAML metadata, before a person uploads it. */
export function check(_shell: Shell, _file: string, _flags: CheckFlags): number {
  return 0;
}

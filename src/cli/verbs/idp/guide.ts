import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import type { CatalogOptions } from "../../options.js";
import type { Shell } from "../../shell.js";

export interface GuideFlags extends CatalogOptions {
  readonly spMetadata?: string;
  readonly format: "text" | "markdown" | "json";
}

/** `identity idp guide`: the steps to connect a provider. */
export function guide(_shell: Shell, _provider: ProviderName, _flags: GuideFlags): number {
  return 0;
}

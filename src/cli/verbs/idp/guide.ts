import type { ProviderName } from "../../../catalog/identity-provider/identity-provider.js";
import { guideFor } from "../../../idp/guide/guide-for.js";
import { guideReports } from "../../../report/idp/guide.js";
import { exit } from "../../exit.js";
import type { CatalogOptions } from "../../options.js";
import type { Shell } from "../../shell.js";
import { guideFacts } from "./guide-facts.js";

export interface GuideFlags extends CatalogOptions {
  readonly spMetadata?: string;
  readonly format: "text" | "markdown" | "json";
}

/** `identity idp guide`: the steps to connect a provider. */
export function guide(shell: Shell, provider: ProviderName, flags: GuideFlags): number {
  const facts = guideFacts(shell, flags);
  if (!facts.ok) return facts.code;
  shell.out(guideReports[flags.format](guideFor(provider, facts.facts), shell.paintOut));
  return exit.done;
}

import { providerTitles } from "../../../catalog/identity-provider/identity-provider.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo } = itemsOf("provider", "identity provider");

/** Whose guide the next steps are from. */
export function providerIsChosen({ provider, command }: SetupFacts): SetupItem {
  if (provider !== null) return done(providerTitles[provider]);
  return todo(
    "not chosen: what follows cannot say what to do in it",
    `run \`${command("setup")} --provider okta\` (or jumpcloud, entra, google, other), or write \`provider\` into the component identity-provider of the catalog`,
  );
}

import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";
import { tokenEnd } from "../token-end.js";

const { done, todo, unknown } = itemsOf("scim", "SCIM");

/** Whether provisioning works now: only a test with the token tells; what SCIM made tells that it worked once. */
export function scimIsAlive(facts: SetupFacts): SetupItem {
  const { scim, directory, identityProvider, clock, command } = facts;
  const end = tokenEnd(identityProvider?.scimTokenExpiresOn?.name ?? null, clock);
  const renew =
    'make a new token in Settings > Automatic provisioning of IAM Identity Center, give it to your provider, and write its end into "scim.token_expires_on" of the catalog';
  if (scim !== null && scim.verdict !== "well") {
    const [first] = scim.diagnostics.filter((d) => d.severity !== "info");
    const hint = first?.hint ?? null;
    return todo(first?.message ?? "the test failed", ...(hint === null ? [] : [hint]));
  }
  if (end.status === "ended") return todo(`the token ended on ${end.day}: nothing is synced any more`, renew);
  if (end.status === "soon") return todo(`the token ends on ${end.day}, and syncing with it`, renew);
  const until = end.status === "unknown" ? "" : `; the token ends on ${end.day}`;
  if (scim !== null) return done(`${scim.endpoint} answers${until}`);
  if (directory === null || !directory.ok) {
    return unknown(failureOf(directory, "Identity Center")?.found ?? "");
  }
  const { users, groups } = directory.value;
  if (![...users, ...groups].some((member) => member.scim)) {
    return todo("SCIM has made no user and no group", guided(facts, "scim"));
  }
  const test = identityProvider?.scimEndpoint ? command("setup") : "identity idp scim --url <endpoint>";
  return unknown(
    `it was alive when it made users and groups; without its token nobody can say whether it still is${until}`,
    `put the token into the environment variable SCIM_TOKEN and run \`${test}\``,
  );
}

import { tokenEndIsSaid } from "../../../catalog/identity-provider/token-end.js";
import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("scim", "SCIM");

/** Whether provisioning works now: only a test with the token tells; what SCIM made tells that it worked once. */
export function scimIsAlive(facts: SetupFacts): SetupItem {
  const { scim, directory, identityProvider, clock, command } = facts;
  const [ending] = tokenEndIsSaid(identityProvider, clock);
  const end = identityProvider?.scimTokenExpiresOn?.name;
  if (scim !== null && scim.verdict !== "well") {
    const [first] = scim.diagnostics.filter((d) => d.severity !== "info");
    const hint = first?.hint ?? null;
    return todo(first?.message ?? "the test failed", ...(hint === null ? [] : [hint]));
  }
  const until = end === undefined ? "" : `; the token ends on ${end}`;
  if (scim === null && hasMadeNothing(facts)) {
    return todo("SCIM has made no user and no group", guided(facts, "scim"));
  }
  if (ending !== undefined) return todo(ending.message, ...(ending.hint === null ? [] : [ending.hint]));
  if (scim !== null) return done(`${scim.endpoint} answers${until}`);
  if (directory === null || !directory.ok) {
    return unknown(failureOf(directory, "Identity Center")?.found ?? "");
  }
  const test = identityProvider?.scimEndpoint ? command("setup") : "identity idp scim --url <endpoint>";
  return unknown(
    `it was alive when it made users and groups; without its token nobody can say whether it still is${until}`,
    `put the token into the environment variable SCIM_TOKEN and run \`${test}\``,
  );
}

function hasMadeNothing({ directory }: SetupFacts): boolean {
  if (directory === null || !directory.ok) return false;
  return ![...directory.value.users, ...directory.value.groups].some((member) => member.scim);
}

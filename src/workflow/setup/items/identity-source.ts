import { counted } from "../../../diagnostic/counted.js";
import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("identity-source", "identity source");

/** No API tells what it is: only an external provider makes users and groups by SCIM. */
export function identitySourceIsExternal(facts: SetupFacts): SetupItem {
  const { directory } = facts;
  const failure = failureOf(directory, "Identity Center");
  if (directory === null || !directory.ok) return unknown(failure?.found ?? "");
  const { users, groups } = directory.value;
  const made = [users.filter((user) => user.scim).length, groups.filter((group) => group.scim).length];
  const [ofUsers = 0, ofGroups = 0] = made;
  if (ofUsers + ofGroups > 0) {
    return done(
      `external: SCIM made ${ofUsers} of ${counted(users.length, "user")} and ${ofGroups} of ${counted(groups.length, "group")}`,
    );
  }
  // Values that are in the catalog were copied already.
  const isCopied = facts.identityProvider?.serviceProvider != null;
  const steps = guided(facts, ...(isCopied ? [] : ["values" as const]), "application", "metadata");
  if (users.length + groups.length === 0) return todo("there are no users and no groups", steps);
  return unknown(
    `SCIM made none of ${counted(users.length, "user")} and ${counted(groups.length, "group")}: the source is Identity Center itself, Active Directory, or a provider without SCIM, and no API tells which`,
    "see Settings > Identity source in the console of IAM Identity Center; if it is not your provider yet:",
    steps,
  );
}

import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { unknown } = itemsOf("sign-in", "sign-in");

/** Always unknown; the address is known as soon as the instance is. */
export function somebodySignedIn(facts: SetupFacts): SetupItem {
  const { directory } = facts;
  const portal = directory?.ok
    ? [`the access portal is https://${directory.value.instance.identityStoreId}.awsapps.com/start`]
    : [];
  return unknown("no API tells whether people can sign in: try it", ...portal, guided(facts, "sign-in"));
}

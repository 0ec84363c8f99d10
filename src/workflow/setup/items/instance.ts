import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("instance", "Identity Center");

/** The code of a region without the organization's instance. */
const notEnabled = "IDC505";

export function identityCenterIsEnabled(facts: SetupFacts): SetupItem {
  const { directory } = facts;
  const failure = failureOf(directory, "an organization");
  if (failure?.code === notEnabled) {
    return todo(failure.found, ...failure.next, guided(facts, "enable"));
  }
  if (directory === null || !directory.ok) return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  const { arn, region } = directory.value.instance;
  return done(`${arn} in ${region}`);
}

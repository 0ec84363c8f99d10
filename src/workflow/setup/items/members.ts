import { requiredGroupNames } from "../../../access/required-groups.js";
import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("members", "people in them");

/** A group without people grants nobody anything. */
export function requiredGroupsHaveMembers(facts: SetupFacts): SetupItem {
  const { catalog, directory, members, clock } = facts;
  if (catalog === null) return unknown("cannot be known without a valid catalog");
  if (directory === null || !directory.ok || members === null || !members.ok) {
    const failure = failureOf(members, "Identity Center");
    return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  }
  const names = new Set(requiredGroupNames(catalog, clock));
  const there = directory.value.groups.filter((group) => names.has(group.displayName));
  const counts = there.map((group) => [group.displayName, members.value.get(group.id) ?? 0] as const);
  const empty = counts.flatMap(([name, count]) => (count === 0 ? [name] : []));
  if (empty.length > 0) return todo(`nobody is in ${empty.join(", ")}`, guided(facts, "groups"));
  if (counts.length === 0) return unknown("cannot be known until the groups are there");
  return done(counts.map(([name, count]) => `${name} ${count}`).join(", "));
}

import { requiredGroupNames } from "../../../access/required-groups.js";
import { nearest } from "../../../diagnostic/suggest.js";
import type { Group } from "../../../directory/directory.js";
import { failureOf } from "../failure.js";
import { guided, itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("groups", "required groups");

/** There, spelled exactly so, and made by SCIM where the provider pushes groups. */
export function requiredGroupsExist(facts: SetupFacts): SetupItem {
  const { catalog, directory, clock, provider } = facts;
  if (catalog === null) return unknown("cannot be known without a valid catalog");
  if (directory === null || !directory.ok) {
    return unknown(failureOf(directory, "Identity Center")?.found ?? "");
  }
  const { groups } = directory.value;
  const names = requiredGroupNames(catalog, clock);
  const known = new Map(groups.map((group) => [group.displayName, group]));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) {
    return todo(
      `missing: ${missing.map((name) => missed(name, groups)).join(", ")}`,
      guided(facts, "groups"),
    );
  }
  if (names.length === 0) return done("the catalog needs none");
  const byHand = names.filter((name) => known.get(name)?.scim === false);
  if (byHand.length === 0) return done(`${names.join(", ")}, made by SCIM`);
  if (provider === null || provider === "google") {
    return done(`${names.join(", ")}; SCIM did not make ${byHand.join(", ")}`);
  }
  return todo(
    `SCIM did not make ${byHand.join(", ")}: somebody made them by hand, and who is in them does not follow the provider`,
    "delete each in Identity Center when nothing is granted to it yet, so that the provider can push one of this name",
    guided(facts, "groups"),
  );
}

function missed(name: string, groups: readonly Group[]): string {
  const near = nearest(
    name,
    groups.map((group) => group.displayName),
  );
  if (near === null) return name;
  return near.toLowerCase() === name.toLowerCase()
    ? `${name} (there is "${near}", and names are case-sensitive)`
    : `${name} (there is "${near}")`;
}

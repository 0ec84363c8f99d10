import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** When SCIM makes the groups, it made each one that the catalog uses; but for those the catalog makes itself. */
export function groupsAreSyncedAlike({ catalog, model, directory }: IndexedFacts): readonly Finding[] {
  const scim = new Map(directory.groups.map((group) => [group.displayName, group.scim]));
  if (![...scim.values()].includes(true)) return [];
  const created = new Set(catalog.groups.map((group) => group.name));
  const granted = model.grants.filter((grant) => grant.principalType === "GROUP");
  const used = new Map([
    ...granted.map((grant) => [grant.principalName, grant.sources[0] ?? null] as const),
    ...[...catalog.requiredGroups, ...catalog.syncedGroups].map(({ name, span }) => [name, span] as const),
  ]);
  return [...used]
    .filter(([name]) => scim.get(name) === false && !created.has(name))
    .map(([name, span]) =>
      finding(
        "warning",
        "IDC611",
        { principalType: "GROUP", principalName: name },
        {
          message: `group "${name}" was made by hand, while SCIM makes others: its members do not follow the identity provider`,
          span,
          hint: "push a group of this name from the identity provider; delete the one made by hand first, and deploy after the sync",
        },
      ),
    );
}

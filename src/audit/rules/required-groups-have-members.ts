import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Groups that the identity provider must sync have somebody in them. */
export function requiredGroupsHaveMembers({ catalog, ids, members }: IndexedFacts): readonly Finding[] {
  const required = [...catalog.requiredGroups, ...catalog.syncedGroups];
  const byName = new Map(required.map((group) => [group.name, group]));
  return [...byName.values()]
    .filter(({ name }) => members?.get(ids.get(`GROUP ${name}`) ?? "") === 0)
    .map(({ name, span }) =>
      finding(
        "warning",
        "IDC610",
        { principalType: "GROUP", principalName: name },
        {
          message: `required group "${name}" is empty: nobody has its access`,
          span,
          hint: "add people in the identity provider; if they are there, look at its provisioning log",
        },
      ),
    );
}

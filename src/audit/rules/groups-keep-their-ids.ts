import { type Group, grouped } from "../../access/grouped.js";
import { counted } from "../../diagnostic/counted.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts, LiveGrant } from "../index-facts.js";

/** A group is the one that it was at the last apply: a sync tool that makes it again leaves its grants to nobody. */
export function groupsKeepTheirIds({ liveGrants, remade }: IndexedFacts): readonly Finding[] {
  const left = liveGrants.filter((g) => g.principalType === "GROUP" && remade.has(g.principalId));
  return grouped(left, (grant) => grant.principalId).map((grants) => {
    const { name, id } = remade.get(grants[0].principalId) ?? { name: "", id: "" };
    return finding(
      "error",
      "IDC604",
      { principalType: "GROUP", principalName: name },
      {
        message: `group "${name}" was made again: it is ${id} now, and its ${counted(grants.length, "grant")} belong to ${grants[0].principalId}, which is gone`,
        hint: "deploy to give the group its access back; then find out what deleted it: sync tools must update groups, not replace them",
        details: places(grants),
      },
    );
  });
}

/** `plat-dev  ReadOnlyAccess`, a line each. */
function places(grants: Group<LiveGrant>): readonly string[] {
  return grants.map((g) => `${g.account?.name ?? g.accountId}  ${g.set?.name ?? g.permissionSetArn}`);
}

import { removalCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import type { IndexedFacts } from "../index-facts.js";

/** Who has a grant exists; a group that was made again under its name has a finding of its own. */
export function principalsExist(facts: IndexedFacts): readonly Finding[] {
  const { liveGrants, remade, formerNames, directory } = facts;
  return liveGrants
    .filter((g) => g.principalName === null && (g.principalType === "USER" || !remade.has(g.principalId)))
    .map((grant) => {
      const { accountId, principalType, principalId, permissionSetArn, set, account } = grant;
      const kind = principalType === "GROUP" ? "group" : "user";
      const former = formerNames.get(principalId)?.[0];
      const who = former === undefined ? principalId : `${principalId}, once "${former}",`;
      const permissionSet = set?.name ?? permissionSetArn;
      const subject = { accountId, principalType, principalName: principalId, permissionSet };
      return finding("warning", "IDC603", subject, {
        message: `${kind} ${who} is gone and still has ${permissionSet} in ${account?.name ?? accountId}`,
        hint: `nobody can use it; to take it away, run ${removalCommand(directory.instance, grant)}`,
      });
    });
}

import { catalogLine } from "../catalog-line.js";
import { removalCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import { type IndexedFacts, type LiveGrant, liveKey, nameKey } from "../index-facts.js";
import { isOutsideManagement, opensRootSessions } from "./root-access-stays-in-management.js";

/** The catalog declares every grant of AWS; grants that another rule speaks of are left to it. */
export function awsGrantsAreDeclared(facts: IndexedFacts): readonly Finding[] {
  return facts.liveGrants.flatMap((grant) => {
    const key = nameKey(grant);
    const { set, account, principalName } = grant;
    if (key === null || set === null || principalName === null || account?.status !== "ACTIVE") return [];
    if (facts.declared.has(key) || facts.ended.has(key) || !facts.declaredSets.has(set.name)) return [];
    if (opensRootSessions(set) && isOutsideManagement(facts, grant)) return [];
    return [undeclared(facts, grant, { principalName, set: set.name, account: account.name })];
  });
}

interface Names {
  readonly principalName: string;
  readonly set: string;
  readonly account: string;
}

function undeclared(facts: IndexedFacts, grant: LiveGrant, { principalName, set, account }: Names): Finding {
  const { accountId, principalType } = grant;
  const isRecorded = facts.recorded?.has(liveKey(grant)) === true;
  const removal = isRecorded
    ? "deploy takes it away, because the state has it"
    : `to take it away, run ${removalCommand(facts.directory.instance, grant)}`;
  const line = catalogLine({ account, principalType, principalName, permissionSet: set });
  const subject = { accountId, principalType, principalName, permissionSet: set };
  return finding("error", "IDC602", subject, {
    message: `"${principalName}" has ${set} in ${account}, and the catalog does not say so${isRecorded ? " any more" : ""}`,
    // A command stands last: whoever copies it must not copy more.
    hint: `to keep it, add to the catalog: ${line}; ${removal}`,
  });
}

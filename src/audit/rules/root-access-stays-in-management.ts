import type { LiveSet } from "../../directory/all-access.js";
import { administratorBecause } from "../../policy/privilege/administrator.js";
import { allowsRootSessions } from "../../policy/privilege/root-sessions.js";
import { parseObject } from "../../terraform/json.js";
import { removalCommand } from "../commands.js";
import { type Finding, finding } from "../finding.js";
import { type IndexedFacts, type LiveGrant, liveKey } from "../index-facts.js";

/** Sets that let people become the root user of accounts are granted in the management account only. */
export function rootAccessStaysInManagement(facts: IndexedFacts): readonly Finding[] {
  const root = new Set(facts.live.sets.filter(opensRootSessions).map((set) => set.arn));
  return facts.liveGrants
    .filter((grant) => root.has(grant.permissionSetArn) && isOutsideManagement(facts, grant))
    .map((grant) => {
      const { accountId, account, principalType, principalId, set, permissionSetArn } = grant;
      const principalName = grant.principalName ?? principalId;
      const permissionSet = set?.name ?? permissionSetArn;
      const place = account?.name ?? accountId;
      const removal = facts.recorded?.has(liveKey(grant))
        ? "take it out of the catalog and deploy"
        : `run ${removalCommand(facts.directory.instance, grant)}`;
      return finding(
        "error",
        "IDC614",
        { accountId, principalType, principalName, permissionSet },
        {
          message: `"${principalName}" has ${permissionSet}, which opens root sessions, in ${place}: root sessions start in the management account`,
          hint: `to take it away, ${removal}`,
        },
      );
    });
}

/** True for a set made for root sessions: administrators, who may do everything, are not meant. */
export function opensRootSessions({ inlinePolicy: text }: LiveSet): boolean {
  const inlinePolicy = text === null ? null : parseObject(text);
  return (
    allowsRootSessions(inlinePolicy) && administratorBecause({ managedPolicies: [], inlinePolicy }) === null
  );
}

export function isOutsideManagement({ directory }: IndexedFacts, { accountId }: LiveGrant): boolean {
  return accountId !== directory.managementAccountId;
}

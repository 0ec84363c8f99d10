import type { PermissionSet } from "../permission-set.js";
import type { StockFacts } from "./facts.js";
import { allow, awsManaged, permissionSet, policy } from "./policy-json.js";

/** The set through which a team's members reach the team's IAM role in any account. */
export function teamSet(facts: StockFacts, name: string, team: string): PermissionSet {
  const actions = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];
  return permissionSet(name, `Assume the role of team ${printable(team)}`, {
    sessionDuration: facts.sessionDuration,
    tags: facts.tags,
    managedPolicies: [awsManaged(facts.partition, "job-function/ViewOnlyAccess")],
    inlinePolicy: policy(allow("RoleAssumeRole", actions, ["*"])),
  });
}

/** The 2022 form: exactly one role. Without a role ARN the set cannot assume anything. */
export function identityRoleSet(
  facts: StockFacts,
  name: string,
  role: string,
  roleArn: string | null,
): PermissionSet {
  return permissionSet(name, `Assume the identity role ${printable(role)}`, {
    managedPolicies: [awsManaged(facts.partition, "job-function/ViewOnlyAccess")],
    inlinePolicy:
      roleArn === null
        ? null
        : policy(allow("RoleAssumeRole", ["sts:AssumeRole", "sts:TagSession"], [roleArn])),
  });
}

/** Descriptions are Latin-1 only. */
function printable(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a1-\u00ff]/g, "?");
}

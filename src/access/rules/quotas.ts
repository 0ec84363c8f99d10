import { limits } from "../../catalog/limits.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { grouped } from "../grouped.js";
import type { AccessModel, Grant } from "../model.js";

/** AWS's quotas on permission sets and their assignments; the provider notices none of them in a plan. */
export function quotasHold(model: AccessModel): readonly Diagnostic[] {
  return [...setsPerInstance(model), ...setsPerAccount(model), ...groupsPerSetAndAccount(model)];
}

function setsPerInstance({ permissionSets }: AccessModel): readonly Diagnostic[] {
  if (permissionSets.length <= limits.setsPerInstance) return [];
  const message = `${permissionSets.length} permission sets, AWS allows ${limits.setsPerInstance} in an instance`;
  return [{ code: "IDC347", severity: "warning", message, span: null, hint: raise }];
}

function setsPerAccount(model: AccessModel): readonly Diagnostic[] {
  return grouped(model.grants, (g) => g.accountId).flatMap((grants) => {
    const count = new Set(grants.map((g) => g.permissionSet)).size;
    if (count <= limits.setsPerAccount) return [];
    const message = `account "${grants[0].accountName}" has ${count} permission sets, AWS allows ${limits.setsPerAccount}`;
    return [{ code: "IDC347", severity: "warning" as const, message, span: place(grants), hint: raise }];
  });
}

function groupsPerSetAndAccount(model: AccessModel): readonly Diagnostic[] {
  const groups = model.grants.filter((g) => g.principalType === "GROUP");
  const inAccounts = grouped(groups, (g) => g.accountId);
  return inAccounts
    .flatMap((inAccount) => grouped(inAccount, (g) => g.permissionSet))
    .flatMap((grants) => {
      if (grants.length <= limits.groupsPerSetAndAccount) return [];
      const [first] = grants;
      const message = `${grants.length} groups have "${first.permissionSet}" in "${first.accountName}", AWS allows ${limits.groupsPerSetAndAccount}`;
      const hint = "AWS never raises this: put the people into fewer groups, or make a second permission set";
      return [{ code: "IDC347", severity: "error" as const, message, span: place(grants), hint }];
    });
}

const raise = "raise the quota in Service Quotas before the deploy, or use fewer permission sets";

function place(grants: readonly Grant[]): Diagnostic["span"] {
  return grants.at(-1)?.sources[0] ?? null;
}

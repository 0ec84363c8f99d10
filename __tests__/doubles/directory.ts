import type { Account, Directory } from "../../src/directory/directory.js";

export const instanceArn = "arn:aws:sso:::instance/ssoins-7223aaaabbbbcccc";
export const managementAccountId = "100000000001";

/** An active account of the root. */
export function account(id: string, name: string, more: Partial<Account> = {}): Account {
  return { id, name, status: "ACTIVE", ou: "/", ouIds: ["r-ab12"], tags: {}, ...more };
}

/** A directory with these groups and users; the id of "Admins" is "g-Admins", of "jo" "u-jo". */
export function directoryOf(parts: {
  readonly accounts?: readonly Account[];
  readonly groups?: readonly string[];
  /** Groups made by a SCIM provisioner. */
  readonly syncedGroups?: readonly string[];
  readonly users?: readonly string[];
}): Directory {
  const group = (displayName: string, scim: boolean) => ({ id: `g-${displayName}`, displayName, scim });
  return {
    version: 1,
    instance: {
      arn: instanceArn,
      identityStoreId: "d-1234567890",
      ownerAccountId: managementAccountId,
      region: "us-east-1",
    },
    managementAccountId,
    accounts: parts.accounts ?? [account(managementAccountId, "root"), account("100000000002", "dev")],
    groups: [
      ...(parts.groups ?? []).map((name) => group(name, false)),
      ...(parts.syncedGroups ?? []).map((name) => group(name, true)),
    ],
    users: (parts.users ?? []).map((userName) => ({ id: `u-${userName}`, userName, scim: false })),
  };
}

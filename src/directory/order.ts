import { compareText } from "../diagnostic/order.js";
import type { Account, Directory } from "./directory.js";

/** The same facts in the one order and with the one set of keys that a `Directory` promises. */
export function ordered(directory: Directory): Directory {
  const { instance, accounts, groups, users } = directory;
  return {
    version: 1,
    instance: {
      arn: instance.arn,
      identityStoreId: instance.identityStoreId,
      ownerAccountId: instance.ownerAccountId,
      region: instance.region,
    },
    managementAccountId: directory.managementAccountId,
    accounts: accounts.map(orderedAccount).sort((a, b) => compareText(a.id, b.id)),
    groups: groups
      .map(({ id, displayName, scim }) => ({ id, displayName, scim }))
      .sort((a, b) => compareText(a.displayName, b.displayName) || compareText(a.id, b.id)),
    users: users
      .map(({ id, userName, scim }) => ({ id, userName, scim }))
      .sort((a, b) => compareText(a.userName, b.userName) || compareText(a.id, b.id)),
  };
}

function orderedAccount({ id, name, status, ou, ouIds, tags }: Account): Account {
  const entries = Object.entries(tags).sort(([a], [b]) => compareText(a, b));
  return { id, name, status, ou, ouIds: [...ouIds], tags: Object.fromEntries(entries) };
}

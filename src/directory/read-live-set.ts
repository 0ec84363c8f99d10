import type { LiveSet } from "./all-access.js";
import type { Ask } from "./ask.js";
import type { AwsClients } from "./clients.js";
import * as set from "./read-permission-set.js";

/** A permission set and the accounts it is provisioned to, sorted. */
export interface SetInAccounts {
  readonly key: set.SetKey;
  readonly accountIds: readonly string[];
}

/** How many calls `readLiveSet` plans: a set that is nowhere cannot be outdated anywhere. */
export function callsForSet({ accountIds }: SetInAccounts): number {
  return accountIds.length === 0 ? 6 : 7;
}

/** A set with everything in it; null when it was deleted since it was listed. */
export async function readLiveSet(
  clients: AwsClients,
  ask: Ask,
  { key, accountIds }: SetInAccounts,
): Promise<LiveSet | null> {
  const arn = key.PermissionSetArn;
  const about = <Answer>(
    operation: string,
    read: (clients: AwsClients, key: set.SetKey) => Promise<Answer>,
  ): Promise<Answer> => ask(`${operation} ${arn}`, () => read(clients, key));
  const described = await about("DescribePermissionSet", set.readDescription);
  if (described === null) return null;
  return set.unlessMissing(
    (async () => ({
      arn,
      ...described,
      tags: await about("ListTagsForResource", set.readSetTags),
      managedPolicies: await about("ListManagedPoliciesInPermissionSet", set.readManagedPolicies),
      customerManagedPolicies: await about(
        "ListCustomerManagedPolicyReferencesInPermissionSet",
        set.readCustomerManagedPolicies,
      ),
      inlinePolicy: await about("GetInlinePolicyForPermissionSet", set.readInlinePolicy),
      permissionsBoundary: await about("GetPermissionsBoundaryForPermissionSet", set.readPermissionsBoundary),
      accountIds,
      outdatedIn: accountIds.length === 0 ? [] : await about("outdated accounts of", readOutdated),
    }))(),
  );
}

function readOutdated(clients: AwsClients, key: set.SetKey): Promise<readonly string[]> {
  return set.readAccountsOf(clients, key, "LATEST_PERMISSION_SET_NOT_PROVISIONED");
}

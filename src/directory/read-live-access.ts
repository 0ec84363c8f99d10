import { paginateListAccountAssignments } from "@aws-sdk/client-sso-admin";
import { compareText } from "../diagnostic/order.js";
import type { AwsClients } from "./clients.js";
import { inParallel } from "./in-parallel.js";
import type { AccountAndSet, LiveAssignment, LivePermissionSet } from "./live-access.js";
import {
  hasInlinePolicy,
  hasPermissionsBoundary,
  readCustomerManagedPolicies,
  readManagedPolicies,
  readName,
  readSetArns,
  type SetKey,
} from "./read-permission-set.js";

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;
const pageSize = 100;

/**
 * The permission sets with these names that exist, sorted by name. AWS lists sets by ARN only, so sets are
 * described one by one until all names are found; four more calls go to each of those.
 */
export async function readLivePermissionSets(
  clients: AwsClients,
  instanceArn: string,
  names: ReadonlySet<string>,
): Promise<readonly LivePermissionSet[]> {
  if (names.size === 0) return [];
  const arns = await readSetArns(clients, instanceArn);
  const found = new Map<string, SetKey>();
  await inParallel(arns, atOnce, async (arn) => {
    if (found.size === names.size) return;
    const key: SetKey = { InstanceArn: instanceArn, PermissionSetArn: arn };
    const name = await readName(clients, key);
    if (name !== null && names.has(name)) found.set(name, key);
  });
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return inParallel(sorted, atOnce, ([name, key]) => readDetails(clients, name, key));
}

async function readDetails(clients: AwsClients, name: string, key: SetKey): Promise<LivePermissionSet> {
  return {
    arn: key.PermissionSetArn,
    name,
    managedPolicies: await readManagedPolicies(clients, key),
    customerManagedPolicies: await readCustomerManagedPolicies(clients, key),
    hasInlinePolicy: await hasInlinePolicy(clients, key),
    hasPermissionsBoundary: await hasPermissionsBoundary(clients, key),
  };
}

/** The assignments of these accounts and permission sets, sorted; one call a pair, more where pages end. */
export async function readLiveAssignments(
  clients: AwsClients,
  instanceArn: string,
  pairs: readonly AccountAndSet[],
): Promise<readonly LiveAssignment[]> {
  const distinct = new Map(pairs.map((pair) => [`${pair.accountId} ${pair.permissionSetArn}`, pair]));
  const found = await inParallel([...distinct.values()], atOnce, (pair) =>
    readAssignments(clients, instanceArn, pair),
  );
  return found.flat().sort(compareAssignments);
}

/** Who has the set in the account, in AWS's order. */
export async function readAssignments(
  { ssoAdmin: client }: AwsClients,
  instanceArn: string,
  { accountId, permissionSetArn }: AccountAndSet,
): Promise<readonly LiveAssignment[]> {
  const input = { InstanceArn: instanceArn, AccountId: accountId, PermissionSetArn: permissionSetArn };
  const found: LiveAssignment[] = [];
  for await (const page of paginateListAccountAssignments({ client, pageSize }, input)) {
    for (const { PrincipalType, PrincipalId } of page.AccountAssignments ?? []) {
      if (PrincipalType === undefined || PrincipalId === undefined) continue;
      found.push({ accountId, permissionSetArn, principalType: PrincipalType, principalId: PrincipalId });
    }
  }
  return found;
}

/** By account, set, principal type and id. */
export function compareAssignments(a: LiveAssignment, b: LiveAssignment): number {
  return (
    compareText(a.accountId, b.accountId) ||
    compareText(a.permissionSetArn, b.permissionSetArn) ||
    compareText(a.principalType, b.principalType) ||
    compareText(a.principalId, b.principalId)
  );
}

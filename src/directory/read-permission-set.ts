import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  type ProvisioningStatus,
  paginateListAccountsForProvisionedPermissionSet,
  paginateListCustomerManagedPolicyReferencesInPermissionSet,
  paginateListManagedPoliciesInPermissionSet,
  paginateListPermissionSets,
  paginateListTagsForResource,
  ResourceNotFoundException,
} from "@aws-sdk/client-sso-admin";
import { compareText } from "../diagnostic/order.js";
import type { LiveSet } from "./all-access.js";
import type { AwsClients } from "./clients.js";
import type { LiveCustomerManagedPolicy } from "./live-access.js";

/** What every call about one permission set takes. Paginators get a copy: they write the token of a page into it. */
export interface SetKey {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
}

const pageSize = 100;

/** ARNs of all sets of the instance, in AWS's order. */
export async function readSetArns(
  { ssoAdmin: client }: AwsClients,
  InstanceArn: string,
): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const page of paginateListPermissionSets({ client, pageSize }, { InstanceArn })) {
    arns.push(...(page.PermissionSets ?? []));
  }
  return arns;
}

/** What a set says of itself, or null when it was deleted since it was listed. */
export async function readDescription(
  { ssoAdmin }: AwsClients,
  key: SetKey,
): Promise<Pick<LiveSet, "name" | "description" | "sessionDuration" | "relayState"> | null> {
  const answer = await unlessMissing(ssoAdmin.send(new DescribePermissionSetCommand(key)));
  const { Name, Description, SessionDuration, RelayState } = answer?.PermissionSet ?? {};
  if (Name === undefined) return null;
  return {
    name: Name,
    description: Description ?? null,
    sessionDuration: SessionDuration ?? null,
    relayState: RelayState ?? null,
  };
}

/** The set's name, or null when it was deleted since it was listed. */
export async function readName(clients: AwsClients, key: SetKey): Promise<string | null> {
  return (await readDescription(clients, key))?.name ?? null;
}

/** ARNs, sorted. */
export async function readManagedPolicies(
  { ssoAdmin: client }: AwsClients,
  key: SetKey,
): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const page of paginateListManagedPoliciesInPermissionSet({ client, pageSize }, { ...key })) {
    for (const { Arn } of page.AttachedManagedPolicies ?? []) if (Arn !== undefined) arns.push(Arn);
  }
  return arns.sort(compareText);
}

/** Sorted by path, then name. */
export async function readCustomerManagedPolicies(
  { ssoAdmin: client }: AwsClients,
  key: SetKey,
): Promise<readonly LiveCustomerManagedPolicy[]> {
  const found: LiveCustomerManagedPolicy[] = [];
  const pages = paginateListCustomerManagedPolicyReferencesInPermissionSet({ client, pageSize }, { ...key });
  for await (const page of pages) {
    for (const { Name, Path } of page.CustomerManagedPolicyReferences ?? []) {
      if (Name !== undefined) found.push({ name: Name, path: Path ?? "/" });
    }
  }
  return found.sort((a, b) => compareText(a.path, b.path) || compareText(a.name, b.name));
}

/** JSON text as AWS keeps it; null when there is none. */
export async function readInlinePolicy({ ssoAdmin }: AwsClients, key: SetKey): Promise<string | null> {
  const answer = await unlessMissing(ssoAdmin.send(new GetInlinePolicyForPermissionSetCommand(key)));
  return answer?.InlinePolicy || null;
}

export async function hasInlinePolicy(clients: AwsClients, key: SetKey): Promise<boolean> {
  return (await readInlinePolicy(clients, key)) !== null;
}

export async function readPermissionsBoundary(
  { ssoAdmin }: AwsClients,
  key: SetKey,
): Promise<LiveSet["permissionsBoundary"]> {
  const answer = await unlessMissing(ssoAdmin.send(new GetPermissionsBoundaryForPermissionSetCommand(key)));
  const { ManagedPolicyArn, CustomerManagedPolicyReference: custom } = answer?.PermissionsBoundary ?? {};
  if (ManagedPolicyArn !== undefined) return { managedPolicyArn: ManagedPolicyArn };
  return custom?.Name === undefined ? null : { name: custom.Name, path: custom.Path ?? "/" };
}

export async function hasPermissionsBoundary(clients: AwsClients, key: SetKey): Promise<boolean> {
  return (await readPermissionsBoundary(clients, key)) !== null;
}

/** By key, in the order of keys. */
export async function readSetTags(
  { ssoAdmin: client }: AwsClients,
  { InstanceArn, PermissionSetArn }: SetKey,
): Promise<LiveSet["tags"]> {
  const tags: [string, string][] = [];
  const input = { InstanceArn, ResourceArn: PermissionSetArn };
  for await (const page of paginateListTagsForResource({ client }, input)) {
    for (const { Key, Value } of page.Tags ?? []) if (Key !== undefined) tags.push([Key, Value ?? ""]);
  }
  return Object.fromEntries(tags.sort(([a], [b]) => compareText(a, b)));
}

/** Ids of the accounts the set is provisioned to, or of those where it is in the given state; sorted. */
export async function readAccountsOf(
  { ssoAdmin: client }: AwsClients,
  key: SetKey,
  status?: ProvisioningStatus,
): Promise<readonly string[]> {
  const input = status === undefined ? { ...key } : { ...key, ProvisioningStatus: status };
  const ids: string[] = [];
  for await (const page of paginateListAccountsForProvisionedPermissionSet({ client, pageSize }, input)) {
    ids.push(...(page.AccountIds ?? []));
  }
  return ids.sort(compareText);
}

/** AWS says "not found" for a boundary that is not set, and for what was deleted meanwhile. */
export async function unlessMissing<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

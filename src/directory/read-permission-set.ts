import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  paginateListCustomerManagedPolicyReferencesInPermissionSet,
  paginateListManagedPoliciesInPermissionSet,
  ResourceNotFoundException,
} from "@aws-sdk/client-sso-admin";
import { compareText } from "../diagnostic/order.js";
import type { AwsClients } from "./clients.js";
import type { LiveCustomerManagedPolicy } from "./live-access.js";

/** What every call about one permission set takes. */
export interface SetKey {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
}

const pageSize = 100;

/** The set's name, or null when it was deleted since it was listed. */
export async function readName({ ssoAdmin }: AwsClients, key: SetKey): Promise<string | null> {
  const answer = await unlessMissing(ssoAdmin.send(new DescribePermissionSetCommand(key)));
  return answer?.PermissionSet?.Name ?? null;
}

/** ARNs, sorted. */
export async function readManagedPolicies(
  { ssoAdmin: client }: AwsClients,
  key: SetKey,
): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const page of paginateListManagedPoliciesInPermissionSet({ client, pageSize }, key)) {
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
  const pages = paginateListCustomerManagedPolicyReferencesInPermissionSet({ client, pageSize }, key);
  for await (const page of pages) {
    for (const { Name, Path } of page.CustomerManagedPolicyReferences ?? []) {
      if (Name !== undefined) found.push({ name: Name, path: Path ?? "/" });
    }
  }
  return found.sort((a, b) => compareText(a.path, b.path) || compareText(a.name, b.name));
}

export async function hasInlinePolicy({ ssoAdmin }: AwsClients, key: SetKey): Promise<boolean> {
  const answer = await unlessMissing(ssoAdmin.send(new GetInlinePolicyForPermissionSetCommand(key)));
  return (answer?.InlinePolicy ?? "") !== "";
}

export async function hasPermissionsBoundary({ ssoAdmin }: AwsClients, key: SetKey): Promise<boolean> {
  const answer = await unlessMissing(ssoAdmin.send(new GetPermissionsBoundaryForPermissionSetCommand(key)));
  return answer?.PermissionsBoundary !== undefined;
}

/** AWS says "not found" for a boundary that is not set, and for a set that was deleted meanwhile. */
async function unlessMissing<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

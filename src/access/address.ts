import { hash } from "node:crypto";
import { grouped } from "./grouped.js";
import type { AccessModel, Grant, PrincipalType } from "./model.js";

/** The Terraform types of what the stack manages, by our own name for each. */
export const resourceType = {
  permissionSet: "aws_ssoadmin_permission_set",
  managedPolicyAttachment: "aws_ssoadmin_managed_policy_attachment",
  customerManagedPolicyAttachment: "aws_ssoadmin_customer_managed_policy_attachment",
  inlinePolicy: "aws_ssoadmin_permission_set_inline_policy",
  boundary: "aws_ssoadmin_permissions_boundary_attachment",
  assignment: "aws_ssoadmin_account_assignment",
  group: "aws_identitystore_group",
} as const;

/** What makes an account assignment the one it is. Account names are left out: a rename destroys nothing. */
export interface AssignmentKey {
  /** 12 digits. */
  readonly accountId: string;
  readonly principalType: PrincipalType;
  readonly principalName: string;
  readonly permissionSet: string;
}

/** Logical id of a permission set. */
export function permissionSetAddress(name: string): string {
  return logicalId([name], ["permission-set", name]);
}

/** Logical id of a group, both when it is created here and when it is looked up. */
export function groupAddress(name: string): string {
  return logicalId([name], ["group", name]);
}

/** Logical id of a user that is looked up. */
export function userAddress(name: string): string {
  return logicalId([name], ["user", name]);
}

/** Logical id of the attachment of an AWS managed policy to a permission set. */
export function managedPolicyAttachmentAddress(set: string, policyArn: string): string {
  return logicalId(
    [set, policyArn.slice(policyArn.lastIndexOf("/") + 1)],
    ["managed-policy", set, policyArn],
  );
}

/** Logical id of the attachment of a customer managed policy to a permission set. */
export function customerManagedPolicyAttachmentAddress(set: string, path: string, name: string): string {
  return logicalId([set, name], ["customer-managed-policy", set, path, name]);
}

/** Logical id of the inline policy of a permission set. */
export function inlinePolicyAddress(set: string): string {
  return logicalId([set], ["inline-policy", set]);
}

/** Logical id of the permissions boundary of a permission set. */
export function boundaryAddress(set: string): string {
  return logicalId([set], ["permissions-boundary", set]);
}

/** Logical id of an account assignment. */
export function assignmentAddress(key: AssignmentKey): string {
  const { accountId, principalType, principalName, permissionSet } = key;
  return logicalId(readableParts(key), [
    "assignment",
    accountId,
    principalType,
    principalName,
    permissionSet,
  ]);
}

function readableParts({ accountId, principalType, principalName, permissionSet }: AssignmentKey) {
  return [`a${accountId}`, principalType === "GROUP" ? "G" : "U", principalName, permissionSet] as const;
}

/** Two or more things that ask for one Terraform address, of which Terraform would keep only one. */
export interface AddressCollision {
  /** `<resource type>.<logical id>` */
  readonly address: string;
  /** What they are, such as `permission set "ReadOnlyAccess"`, in the order of the model. */
  readonly keys: readonly string[];
}

/** A claim on an address by the thing that `key` describes. */
export type AddressClaim = readonly [address: string, key: string];

/** Every address that more than one thing of the model asks for; empty when all is well. */
export function addressCollisions(model: AccessModel): readonly AddressCollision[] {
  return sharedAddresses(addressClaims(model));
}

/** The addresses that are claimed more than once, in order of the first claim. */
export function sharedAddresses(claims: readonly AddressClaim[]): readonly AddressCollision[] {
  return grouped(claims, ([address]) => address)
    .filter((claimed) => claimed.length > 1)
    .map((claimed) => ({ address: claimed[0][0], keys: claimed.map(([, key]) => key) }));
}

function addressClaims(model: AccessModel): readonly AddressClaim[] {
  const claims: AddressClaim[] = [];
  const claim = (type: keyof typeof resourceType, id: string, key: string) =>
    claims.push([`${resourceType[type]}.${id}`, key]);
  for (const { name, managedPolicies, customerManagedPolicies } of model.permissionSets) {
    claim("permissionSet", permissionSetAddress(name), `permission set ${JSON.stringify(name)}`);
    for (const arn of managedPolicies)
      claim("managedPolicyAttachment", managedPolicyAttachmentAddress(name, arn), `${arn} in ${name}`);
    for (const policy of customerManagedPolicies) {
      const id = customerManagedPolicyAttachmentAddress(name, policy.path, policy.name);
      claim("customerManagedPolicyAttachment", id, `${policy.path}${policy.name} in ${name}`);
    }
  }
  for (const { type, name } of model.principals)
    if (type === "GROUP") claim("group", groupAddress(name), `group ${JSON.stringify(name)}`);
    else claims.push([`data.aws_identitystore_user.${userAddress(name)}`, `user ${JSON.stringify(name)}`]);
  for (const grant of readingAlike(model.grants)) {
    const { accountId, principalType, principalName, permissionSet } = grant;
    const key = JSON.stringify([accountId, principalType, principalName, permissionSet]);
    claim("assignment", assignmentAddress(grant), `assignment ${key}`);
  }
  return claims;
}

/**
 * The grants that read alike and so differ in nothing but the hash, if at all. An address holds the account id and the
 * readable parts, so others cannot share one: hashing all of 100,000 took a third of the whole time.
 */
function readingAlike(grants: readonly Grant[]): readonly Grant[] {
  return grouped(grants, (g) => g.accountId)
    .flatMap((inAccount) => grouped(inAccount, (g) => readable(readableParts(g))))
    .flatMap((alike) => (alike.length > 1 ? alike : []));
}

/**
 * A readable prefix and 48 bits of hash over the whole key. JSON keeps parts apart and spells a lone
 * surrogate out, so two different keys never hash the same text.
 */
function logicalId(parts: readonly string[], key: readonly string[]): string {
  const prefix = readable(parts);
  const digest = hash("sha256", JSON.stringify(key), "hex").slice(0, 12);
  return `${/^[A-Za-z]/.test(prefix) ? "" : "x"}${prefix}_${digest}`;
}

function readable(parts: readonly string[]): string {
  return parts.map(identifierPart).join("_");
}

function identifierPart(text: string): string {
  const ascii = text.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 40);
  // CDKTF takes texts like "-82e297" for one of its number tokens, so no "-" stands before a digit.
  return ascii.replaceAll(/-+(?=\d)/g, "_");
}

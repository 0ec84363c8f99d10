import type { TerraformStack } from "#cdktf";
import { SsoadminCustomerManagedPolicyAttachment } from "#provider-aws/ssoadmin-customer-managed-policy-attachment";
import { SsoadminManagedPolicyAttachment } from "#provider-aws/ssoadmin-managed-policy-attachment";
import { SsoadminPermissionSetInlinePolicy } from "#provider-aws/ssoadmin-permission-set-inline-policy";
import { SsoadminPermissionsBoundaryAttachment } from "#provider-aws/ssoadmin-permissions-boundary-attachment";
import {
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  resourceType,
} from "../../src/access/address.js";
import type { CustomerManagedPolicy, PermissionSet, PermissionsBoundary } from "../../src/access/model.js";
import { escapeTemplate } from "../escape.js";

/** The two ARNs that every attachment names. */
export interface AttachedTo {
  readonly instanceArn: string;
  readonly permissionSetArn: string;
}

/** Adds all that is attached to a permission set and returns the addresses of it. */
export function addPolicies(stack: TerraformStack, set: PermissionSet, to: AttachedTo): readonly string[] {
  const { inlinePolicy, permissionsBoundary } = set;
  return [
    ...set.managedPolicies.map((arn) => attachManaged(stack, set.name, arn, to)),
    ...set.customerManagedPolicies.map((policy) => attachCustomerManaged(stack, set.name, policy, to)),
    ...(inlinePolicy === null ? [] : [putInline(stack, set.name, JSON.stringify(inlinePolicy), to)]),
    ...(permissionsBoundary === null ? [] : [putBoundary(stack, set.name, permissionsBoundary, to)]),
  ];
}

function attachManaged(stack: TerraformStack, set: string, arn: string, to: AttachedTo): string {
  const address = managedPolicyAttachmentAddress(set, arn);
  const managedPolicyArn = escapeTemplate(arn);
  const resource = new SsoadminManagedPolicyAttachment(stack, `managed.${address}`, {
    ...to,
    managedPolicyArn,
  });
  resource.overrideLogicalId(address);
  return `${resourceType.managedPolicyAttachment}.${address}`;
}

function attachCustomerManaged(
  stack: TerraformStack,
  set: string,
  { name, path }: CustomerManagedPolicy,
  to: AttachedTo,
): string {
  const address = customerManagedPolicyAttachmentAddress(set, path, name);
  const resource = new SsoadminCustomerManagedPolicyAttachment(stack, `customer.${address}`, {
    ...to,
    customerManagedPolicyReference: { name: escapeTemplate(name), path: escapeTemplate(path) },
  });
  resource.overrideLogicalId(address);
  return `${resourceType.customerManagedPolicyAttachment}.${address}`;
}

function putInline(stack: TerraformStack, set: string, document: string, to: AttachedTo): string {
  const address = inlinePolicyAddress(set);
  const inlinePolicy = escapeTemplate(document);
  const resource = new SsoadminPermissionSetInlinePolicy(stack, `inline.${address}`, { ...to, inlinePolicy });
  resource.overrideLogicalId(address);
  return `${resourceType.inlinePolicy}.${address}`;
}

function putBoundary(
  stack: TerraformStack,
  set: string,
  boundary: PermissionsBoundary,
  to: AttachedTo,
): string {
  const address = boundaryAddress(set);
  const resource = new SsoadminPermissionsBoundaryAttachment(stack, `boundary.${address}`, {
    ...to,
    permissionsBoundary:
      "managedPolicyArn" in boundary
        ? { managedPolicyArn: escapeTemplate(boundary.managedPolicyArn) }
        : {
            customerManagedPolicyReference: {
              name: escapeTemplate(boundary.name),
              path: escapeTemplate(boundary.path),
            },
          },
  });
  resource.overrideLogicalId(address);
  return `${resourceType.boundary}.${address}`;
}

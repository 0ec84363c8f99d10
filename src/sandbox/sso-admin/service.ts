import { quotas } from "../quotas.js";
import { type Operation, reading, type Service, writing } from "../service/operation.js";
import { listAccountAssignments, listAccountAssignmentsForPrincipal } from "./assignment-lists.js";
import { describeCreation, describeDeletion, listCreations, listDeletions } from "./assignment-status.js";
import { createAccountAssignment, deleteAccountAssignment } from "./assignments.js";
import { deletePermissionsBoundary, getPermissionsBoundary, putPermissionsBoundary } from "./boundary.js";
import {
  attachCustomerManagedPolicy,
  detachCustomerManagedPolicy,
  listCustomerManagedPolicies,
} from "./customer-managed-policies.js";
import { deleteInlinePolicy, getInlinePolicy, putInlinePolicy } from "./inline-policy.js";
import { describeInstance, listInstances } from "./instance.js";
import { attachManagedPolicy, detachManagedPolicy, listManagedPolicies } from "./managed-policies.js";
import {
  createPermissionSet,
  deletePermissionSet,
  describePermissionSet,
  listPermissionSets,
  updatePermissionSet,
} from "./permission-sets.js";
import { listAccountsForSet, listSetsForAccount } from "./provisioned-lists.js";
import { describeProvisioning, listProvisionings, provisionPermissionSet } from "./provisioning.js";
import { shapes as s } from "./shapes.js";
import { listTags, tagResource, untagResource } from "./tags.js";

const operations: Readonly<Record<keyof typeof s, Operation>> = {
  ListInstances: reading(s.ListInstances, listInstances),
  DescribeInstance: reading(s.DescribeInstance, describeInstance),
  CreatePermissionSet: writing(s.CreatePermissionSet, createPermissionSet),
  DescribePermissionSet: reading(s.DescribePermissionSet, describePermissionSet),
  UpdatePermissionSet: writing(s.UpdatePermissionSet, updatePermissionSet),
  DeletePermissionSet: writing(s.DeletePermissionSet, deletePermissionSet),
  ListPermissionSets: reading(s.ListPermissionSets, listPermissionSets),
  AttachManagedPolicyToPermissionSet: writing(s.AttachManagedPolicyToPermissionSet, attachManagedPolicy),
  DetachManagedPolicyFromPermissionSet: writing(s.DetachManagedPolicyFromPermissionSet, detachManagedPolicy),
  ListManagedPoliciesInPermissionSet: reading(s.ListManagedPoliciesInPermissionSet, listManagedPolicies),
  AttachCustomerManagedPolicyReferenceToPermissionSet: writing(
    s.AttachCustomerManagedPolicyReferenceToPermissionSet,
    attachCustomerManagedPolicy,
  ),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: writing(
    s.DetachCustomerManagedPolicyReferenceFromPermissionSet,
    detachCustomerManagedPolicy,
  ),
  ListCustomerManagedPolicyReferencesInPermissionSet: reading(
    s.ListCustomerManagedPolicyReferencesInPermissionSet,
    listCustomerManagedPolicies,
  ),
  PutInlinePolicyToPermissionSet: writing(s.PutInlinePolicyToPermissionSet, putInlinePolicy),
  GetInlinePolicyForPermissionSet: reading(s.GetInlinePolicyForPermissionSet, getInlinePolicy),
  DeleteInlinePolicyFromPermissionSet: writing(s.DeleteInlinePolicyFromPermissionSet, deleteInlinePolicy),
  PutPermissionsBoundaryToPermissionSet: writing(
    s.PutPermissionsBoundaryToPermissionSet,
    putPermissionsBoundary,
  ),
  GetPermissionsBoundaryForPermissionSet: reading(
    s.GetPermissionsBoundaryForPermissionSet,
    getPermissionsBoundary,
  ),
  DeletePermissionsBoundaryFromPermissionSet: writing(
    s.DeletePermissionsBoundaryFromPermissionSet,
    deletePermissionsBoundary,
  ),
  CreateAccountAssignment: writing(s.CreateAccountAssignment, createAccountAssignment),
  DeleteAccountAssignment: writing(s.DeleteAccountAssignment, deleteAccountAssignment),
  ListAccountAssignments: reading(s.ListAccountAssignments, listAccountAssignments),
  ListAccountAssignmentsForPrincipal: reading(
    s.ListAccountAssignmentsForPrincipal,
    listAccountAssignmentsForPrincipal,
  ),
  ListAccountsForProvisionedPermissionSet: reading(
    s.ListAccountsForProvisionedPermissionSet,
    listAccountsForSet,
  ),
  ListPermissionSetsProvisionedToAccount: reading(
    s.ListPermissionSetsProvisionedToAccount,
    listSetsForAccount,
  ),
  DescribeAccountAssignmentCreationStatus: reading(
    s.DescribeAccountAssignmentCreationStatus,
    describeCreation,
  ),
  DescribeAccountAssignmentDeletionStatus: reading(
    s.DescribeAccountAssignmentDeletionStatus,
    describeDeletion,
  ),
  ListAccountAssignmentCreationStatus: reading(s.ListAccountAssignmentCreationStatus, listCreations),
  ListAccountAssignmentDeletionStatus: reading(s.ListAccountAssignmentDeletionStatus, listDeletions),
  ProvisionPermissionSet: writing(s.ProvisionPermissionSet, provisionPermissionSet),
  DescribePermissionSetProvisioningStatus: reading(
    s.DescribePermissionSetProvisioningStatus,
    describeProvisioning,
  ),
  ListPermissionSetProvisioningStatus: reading(s.ListPermissionSetProvisioningStatus, listProvisionings),
  TagResource: writing(s.TagResource, tagResource),
  UntagResource: writing(s.UntagResource, untagResource),
  ListTagsForResource: reading(s.ListTagsForResource, listTags),
};

/** IAM Identity Center's administration API, `SWBExternalService`. */
export const ssoAdmin: Service = {
  name: "sso-admin",
  operations: new Map(Object.entries(operations)),
  invalidCode: "ValidationException",
  throttle: "service",
  requestsPerSecond: quotas.ssoAdminRequestsPerSecond,
};

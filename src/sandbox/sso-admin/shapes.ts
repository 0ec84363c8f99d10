import { oneOf, structure } from "../shape/shape.js";
import * as m from "./members.js";

const InstanceArn = m.instanceArn;
const PermissionSetArn = m.permissionSetArn;
const onPermissionSet = structure({ InstanceArn, PermissionSetArn });
const onPermissionSetPaged = structure({ InstanceArn, PermissionSetArn }, m.paging);
const withManagedPolicy = structure({ InstanceArn, PermissionSetArn, ManagedPolicyArn: m.managedPolicyArn });
const withReference = structure({
  InstanceArn,
  PermissionSetArn,
  CustomerManagedPolicyReference: m.policyReference,
});
const settings = { Description: m.description, SessionDuration: m.duration, RelayState: m.relayState };
const assignment = structure({
  InstanceArn,
  TargetId: m.accountId,
  TargetType: oneOf("AWS_ACCOUNT"),
  PermissionSetArn,
  PrincipalType: m.principalType,
  PrincipalId: m.principalId,
});
const statusList = structure({ InstanceArn }, { Filter: m.statusFilter, ...m.paging });

/** The input of every operation of sso-admin that the sandbox has. */
export const shapes = {
  ListInstances: structure({}, m.paging),
  DescribeInstance: structure({ InstanceArn }),

  CreatePermissionSet: structure({ Name: m.permissionSetName, InstanceArn }, { ...settings, Tags: m.tags }),
  DescribePermissionSet: onPermissionSet,
  UpdatePermissionSet: structure({ InstanceArn, PermissionSetArn }, settings),
  DeletePermissionSet: onPermissionSet,
  ListPermissionSets: structure({ InstanceArn }, m.paging),

  AttachManagedPolicyToPermissionSet: withManagedPolicy,
  DetachManagedPolicyFromPermissionSet: withManagedPolicy,
  ListManagedPoliciesInPermissionSet: onPermissionSetPaged,
  AttachCustomerManagedPolicyReferenceToPermissionSet: withReference,
  DetachCustomerManagedPolicyReferenceFromPermissionSet: withReference,
  ListCustomerManagedPolicyReferencesInPermissionSet: onPermissionSetPaged,

  PutInlinePolicyToPermissionSet: structure({
    InstanceArn,
    PermissionSetArn,
    InlinePolicy: m.policyDocument,
  }),
  GetInlinePolicyForPermissionSet: onPermissionSet,
  DeleteInlinePolicyFromPermissionSet: onPermissionSet,
  PutPermissionsBoundaryToPermissionSet: structure({
    InstanceArn,
    PermissionSetArn,
    PermissionsBoundary: m.boundary,
  }),
  GetPermissionsBoundaryForPermissionSet: onPermissionSet,
  DeletePermissionsBoundaryFromPermissionSet: onPermissionSet,

  CreateAccountAssignment: assignment,
  DeleteAccountAssignment: assignment,
  ListAccountAssignments: structure({ InstanceArn, AccountId: m.accountId, PermissionSetArn }, m.paging),
  ListAccountAssignmentsForPrincipal: structure(
    { InstanceArn, PrincipalId: m.principalId, PrincipalType: m.principalType },
    { Filter: structure({}, { AccountId: m.accountId }), ...m.paging },
  ),
  ListAccountsForProvisionedPermissionSet: structure(
    { InstanceArn, PermissionSetArn },
    { ProvisioningStatus: m.provisioningStatus, ...m.paging },
  ),
  ListPermissionSetsProvisionedToAccount: structure(
    { InstanceArn, AccountId: m.accountId },
    { ProvisioningStatus: m.provisioningStatus, ...m.paging },
  ),

  DescribeAccountAssignmentCreationStatus: structure({
    InstanceArn,
    AccountAssignmentCreationRequestId: m.requestId,
  }),
  DescribeAccountAssignmentDeletionStatus: structure({
    InstanceArn,
    AccountAssignmentDeletionRequestId: m.requestId,
  }),
  ListAccountAssignmentCreationStatus: statusList,
  ListAccountAssignmentDeletionStatus: statusList,
  ProvisionPermissionSet: structure(
    { InstanceArn, PermissionSetArn, TargetType: oneOf("AWS_ACCOUNT", "ALL_PROVISIONED_ACCOUNTS") },
    { TargetId: m.accountId },
  ),
  DescribePermissionSetProvisioningStatus: structure({
    InstanceArn,
    ProvisionPermissionSetRequestId: m.requestId,
  }),
  ListPermissionSetProvisioningStatus: statusList,

  TagResource: structure({ ResourceArn: m.taggableArn, Tags: m.tags }, { InstanceArn }),
  UntagResource: structure({ ResourceArn: m.taggableArn, TagKeys: m.tagKeys }, { InstanceArn }),
  ListTagsForResource: structure(
    { ResourceArn: m.taggableArn },
    { InstanceArn, NextToken: m.paging.NextToken },
  ),
} as const;

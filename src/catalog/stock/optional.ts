import type { PermissionSet } from "../permission-set.js";
import type { StateBackend, StockFacts } from "./facts.js";
import { awsManaged, permissionSet, policy } from "./policy-json.js";
import { bucket, lockTable } from "./terraform.js";

/** The set of `optional_permission_sets` that exists only with a state backend. */
export const terraformUpdateSetName = "TerraformUpdateAccess";

/** The sets for AWS Partner Central: name, AWS managed policy, purpose. */
const partnerCentral = [
  ["PartnerCentralFullAccess", "AWSPartnerCentralFullAccess", "everything"],
  [
    "PartnerCentralAccountMgmt",
    "PartnerCentralAccountManagementUserRoleAssociation",
    "link users with their roles",
  ],
  ["PartnerCentralOpportunityMgmt", "AWSPartnerCentralOpportunityManagement", "manage opportunities"],
  ["PartnerCentralSandboxAccess", "AWSPartnerCentralSandboxFullAccess", "try the API in the sandbox catalog"],
  [
    "PartnerCentralResourceSnapshot",
    "AWSPartnerCentralSellingResourceSnapshotJobExecutionRolePolicy",
    "share snapshots of resources",
  ],
  ["PartnerCentralChannelMgmt", "AWSPartnerCentralChannelManagement", "manage channel programs"],
  [
    "PartnerCentralHandshakeMgmt",
    "AWSPartnerCentralChannelHandshakeApprovalManagement",
    "approve channel handshakes",
  ],
  ["PartnerCentralMarketingMgmt", "AWSPartnerCentralMarketingManagement", "manage marketing activities"],
] as const;

/** Every name that `optional_permission_sets` may list. */
export const optionalSetNames: readonly string[] = [
  terraformUpdateSetName,
  ...partnerCentral.map(([name]) => name),
];

/** The sets that exist only when asked for, as Cloud Posse's component defines them. */
export function optionalSets(facts: StockFacts, backend: StateBackend | null): readonly PermissionSet[] {
  const update = backend === null ? [] : [terraformUpdateSet(facts, backend)];
  return [
    ...update,
    ...partnerCentral.map(([name, managed, purpose]) =>
      permissionSet(name, `AWS Partner Central: ${purpose}`, {
        managedPolicies: [awsManaged(facts.partition, managed)],
      }),
    ),
  ];
}

function terraformUpdateSet(facts: StockFacts, backend: StateBackend): PermissionSet {
  const { sessionDuration, tags } = facts;
  const writeState = bucket("TerraformStateBackendS3Bucket", backend, [
    "s3:ListBucket",
    "s3:GetObject",
    "s3:PutObject",
  ]);
  const inlinePolicy = policy(writeState, ...lockTable(backend));
  return permissionSet(terraformUpdateSetName, "Read and write the Terraform state", {
    sessionDuration,
    tags,
    inlinePolicy,
  });
}

import type { PermissionSet, PolicyDocument } from "../permission-set.js";
import type { StateBackend, StockFacts } from "./facts.js";
import { allow, awsManaged, permissionSet, policy } from "./policy-json.js";

/** The three sets that exist once per state backend, without suffix. */
export const terraformSetNames: readonly string[] = [
  "TerraformPlanAccess",
  "TerraformApplyAccess",
  "TerraformStateAccess",
];

/** True for the sets whose names stand in the trust policy of a state backend's role. */
export function isTerraformSet(name: string): boolean {
  return terraformSetNames.some((bare) => name === bare || name.startsWith(`${bare}-`));
}

/** Plan, apply and state access for one state backend. */
export function terraformSets(facts: StockFacts, backend: StateBackend): readonly PermissionSet[] {
  const { partition, sessionDuration } = facts;
  const where = backend.suffix === "" ? "" : ` of backend ${backend.suffix.slice(1)}`;
  const readState = bucket("TerraformStateBackendS3BucketReadOnly", backend, [
    "s3:ListBucket",
    "s3:GetObject",
  ]);
  const writeState = bucket("TerraformStateBackendS3Bucket", backend, [
    "s3:ListBucket",
    "s3:GetObject",
    "s3:PutObject",
  ]);
  const editState = bucket("TerraformStateBackendS3Bucket", backend, [
    "s3:ListBucket",
    "s3:GetObject",
    "s3:PutObject",
    "s3:DeleteObject",
  ]);
  const role = allow(
    "TerraformStateBackendAssumeRole",
    ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
    [backend.roleArn],
  );
  const regions = allow("EC2DescribeRegions", ["ec2:DescribeRegions"], ["*"]);
  return [
    permissionSet(
      `TerraformPlanAccess${backend.suffix}`,
      `Run terraform plan: read everything and the state${where}`,
      {
        sessionDuration,
        managedPolicies: [awsManaged(partition, "ReadOnlyAccess")],
        inlinePolicy: policy(readState, role, regions),
      },
    ),
    permissionSet(
      `TerraformApplyAccess${backend.suffix}`,
      `Run terraform apply: full access and the state${where}`,
      {
        sessionDuration,
        managedPolicies: [awsManaged(partition, "AdministratorAccess")],
        inlinePolicy: policy(writeState, ...lockTable(backend), role, regions),
      },
    ),
    permissionSet(`TerraformStateAccess${backend.suffix}`, `Read and repair the Terraform state${where}`, {
      sessionDuration,
      inlinePolicy: policy(editState, ...lockTable(backend), role),
    }),
  ];
}

/** What a set may do with the state bucket and everything in it. */
export function bucket(sid: string, backend: StateBackend, actions: readonly string[]): PolicyDocument {
  return allow(sid, actions, [backend.bucketArn, `${backend.bucketArn}/*`]);
}

/** What locking a state takes; nothing for a backend without a table. */
export function lockTable(backend: StateBackend): readonly PolicyDocument[] {
  if (backend.tableArn === null) return [];
  const actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"];
  return [allow("TerraformStateBackendDynamoDbTable", actions, [backend.tableArn])];
}

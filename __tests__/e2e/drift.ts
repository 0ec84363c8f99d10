import { DescribeGroupCommand, UpdateGroupCommand } from "@aws-sdk/client-identitystore";
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  DeleteAccountAssignmentCommand,
  DeletePermissionsBoundaryFromPermissionSetCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdatePermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import type { Aws } from "./aws.js";

/** What somebody does in the console, beside the catalog. */
export type Drift = (aws: Aws) => Promise<unknown>;

/** The account where Developers and Auditors have the set Look. */
export const dev = "333333333331";
export const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";
const billing = "arn:aws:iam::aws:policy/job-function/Billing";

async function look({ instanceArn, sets }: Aws) {
  return { InstanceArn: instanceArn, PermissionSetArn: (await sets()).get("Look") ?? "" };
}

async function grant(aws: Aws, name: string) {
  const PrincipalId = (await aws.groups()).get(name) ?? "";
  const target = { TargetId: dev, TargetType: "AWS_ACCOUNT", PrincipalType: "GROUP" } as const;
  return { ...(await look(aws)), ...target, PrincipalId };
}

async function inlineOf(aws: Aws): Promise<{ readonly Statement: readonly object[] }> {
  const { InlinePolicy = "" } = await aws.sso.send(
    new GetInlinePolicyForPermissionSetCommand(await look(aws)),
  );
  return JSON.parse(InlinePolicy);
}

async function putInline(aws: Aws, policy: object): Promise<unknown> {
  const input = { ...(await look(aws)), InlinePolicy: JSON.stringify(policy, null, 1) };
  return aws.sso.send(new PutInlinePolicyToPermissionSetCommand(input));
}

async function describeGroup(aws: Aws, path: string, value: string): Promise<unknown> {
  const key = { IdentityStoreId: aws.identityStoreId, GroupId: (await aws.groups()).get("Auditors") ?? "" };
  const Operations = [{ AttributePath: path, AttributeValue: value }];
  await aws.store.send(new UpdateGroupCommand({ ...key, Operations }));
  return aws.store.send(new DescribeGroupCommand(key));
}

/** Every kind that a refresh sees, each on an object of the state. */
export const seen: Readonly<Record<string, Drift>> = {
  description: async (aws) =>
    aws.sso.send(new UpdatePermissionSetCommand({ ...(await look(aws)), Description: "by hand" })),
  "session duration": async (aws) =>
    aws.sso.send(new UpdatePermissionSetCommand({ ...(await look(aws)), SessionDuration: "PT8H" })),
  "relay state": async (aws) =>
    aws.sso.send(new UpdatePermissionSetCommand({ ...(await look(aws)), RelayState: "https://a.example" })),
  "a tag more": async (aws) => {
    const { InstanceArn, PermissionSetArn: ResourceArn } = await look(aws);
    return aws.sso.send(
      new TagResourceCommand({ InstanceArn, ResourceArn, Tags: [{ Key: "more", Value: "1" }] }),
    );
  },
  "a tag less": async (aws) => {
    const { InstanceArn, PermissionSetArn: ResourceArn } = await look(aws);
    return aws.sso.send(new UntagResourceCommand({ InstanceArn, ResourceArn, TagKeys: ["team"] }));
  },
  "managed policy": async (aws) =>
    aws.sso.send(
      new DetachManagedPolicyFromPermissionSetCommand({ ...(await look(aws)), ManagedPolicyArn: viewOnly }),
    ),
  "customer managed policy": async (aws) =>
    aws.sso.send(
      new DetachCustomerManagedPolicyReferenceFromPermissionSetCommand({
        ...(await look(aws)),
        CustomerManagedPolicyReference: { Name: "Extra", Path: "/own/" },
      }),
    ),
  "inline policy": async (aws) => {
    const policy = await inlineOf(aws);
    return putInline(aws, { ...policy, Statement: policy.Statement.map((s) => ({ ...s, Sid: "ByHand" })) });
  },
  "boundary gone": async (aws) =>
    aws.sso.send(new DeletePermissionsBoundaryFromPermissionSetCommand(await look(aws))),
  "another boundary": async (aws) =>
    aws.sso.send(
      new PutPermissionsBoundaryToPermissionSetCommand({
        ...(await look(aws)),
        PermissionsBoundary: { CustomerManagedPolicyReference: { Name: "Limit", Path: "/" } },
      }),
    ),
  grant: async (aws) => aws.sso.send(new DeleteAccountAssignmentCommand(await grant(aws, "Developers"))),
  "description of a group": (aws) => describeGroup(aws, "description", "by hand"),
};

/** What a refresh does not see. */
export const unseen: Readonly<Record<string, Drift>> = {
  "a grant nobody declared": async (aws) =>
    aws.sso.send(new CreateAccountAssignmentCommand(await grant(aws, "BillingAdmin"))),
  "a set nobody declared": ({ sso, instanceArn: InstanceArn }) =>
    sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: "ByHand" })),
  "an inline policy that says the same": async (aws) => {
    const policy = await inlineOf(aws);
    const Statement = policy.Statement.map((s) => Object.fromEntries(Object.entries(s).reverse()));
    return putInline(aws, Object.fromEntries(Object.entries({ ...policy, Statement }).reverse()));
  },
  // The set is as it was; its accounts have an older version, for nothing was provisioned.
  "a change taken back": async (aws) => {
    const input = { ...(await look(aws)), ManagedPolicyArn: billing };
    await aws.sso.send(new AttachManagedPolicyToPermissionSetCommand(input));
    return aws.sso.send(new DetachManagedPolicyFromPermissionSetCommand(input));
  },
};

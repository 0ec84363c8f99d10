import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  DeleteGroupCommand,
} from "@aws-sdk/client-identitystore";
import {
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import type { AwsClients } from "../../src/directory/clients.js";
import type { Directory } from "../../src/directory/directory.js";
import type { LiveAssignment } from "../../src/directory/live-access.js";
import { readDirectory } from "../../src/directory/read-directory.js";
import type { Seed } from "../../src/sandbox/seed.js";

const account = (id: string) => ({ id, name: `a${id.slice(-1)}`, ou: "/" });

export const [first, second, third] = ["100000000001", "100000000002", "100000000003"] as const;
export const accessSeed: Seed = {
  managementAccount: first,
  accounts: [account(first), account(second), account(third)],
  groups: ["Devs", "Ops"],
  users: [
    { userName: "jane", groups: ["Devs"] },
    { userName: "joe", groups: [] },
  ],
};
export const inlinePolicy =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
export const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** Access made by hand: who has what is in `assignments`, sorted as a reading sorts. */
export interface AccessWorld {
  /** As it is after the group was deleted. */
  readonly directory: Directory;
  /** By name: `Full` with everything in it, `Plain`, and `Unused`, which is nowhere. */
  readonly arns: Readonly<Record<"Full" | "Plain" | "Unused", string>>;
  /** Id of a group that was deleted with its assignments left: alone in one pair, beside Devs in another. */
  readonly gone: string;
  readonly assignments: readonly LiveAssignment[];
}

/** Makes the access of `AccessWorld` in a sandbox of `accessSeed`. */
export async function makeAccess(clients: AwsClients): Promise<AccessWorld> {
  const { ssoAdmin, identityStore } = clients;
  const before = await readDirectory(clients, { region: "us-east-1", tags: false });
  const { arn: InstanceArn, identityStoreId: IdentityStoreId } = before.instance;
  const make = async (Name: string, more: object = {}) => {
    const made = await ssoAdmin.send(new CreatePermissionSetCommand({ InstanceArn, Name, ...more }));
    return made.PermissionSet?.PermissionSetArn ?? "";
  };
  const Tags = [
    { Key: "team", Value: "x" },
    { Key: "Owner", Value: "" },
  ];
  const full = { Description: "all of it", SessionDuration: "PT4H", RelayState: "https://a.example", Tags };
  const arns = { Unused: await make("Unused"), Plain: await make("Plain"), Full: await make("Full", full) };
  const made = await identityStore.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: "Gone" }));
  const gone = made.GroupId ?? "";
  const id = (name: string) =>
    before.groups.find((g) => g.displayName === name)?.id ??
    before.users.find((u) => u.userName === name)?.id ??
    gone;
  const MemberId = { UserId: id("joe") };
  await identityStore.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId: gone, MemberId }));
  const grants = [
    [first, arns.Full, "GROUP", id("Devs")],
    [first, arns.Full, "USER", id("jane")],
    [second, arns.Full, "GROUP", id("Devs")],
    [second, arns.Full, "GROUP", gone],
    [third, arns.Full, "GROUP", id("Ops")],
    [third, arns.Full, "GROUP", id("Devs")],
    [third, arns.Plain, "GROUP", gone],
  ] as const;
  for (const [TargetId, PermissionSetArn, PrincipalType, PrincipalId] of grants) {
    const key = { InstanceArn, TargetType: "AWS_ACCOUNT", TargetId, PermissionSetArn } as const;
    await ssoAdmin.send(new CreateAccountAssignmentCommand({ ...key, PrincipalType, PrincipalId }));
  }
  const key = { InstanceArn, PermissionSetArn: arns.Full };
  // Changed after it was assigned, and not provisioned: all its accounts have an older version.
  await ssoAdmin.send(new AttachManagedPolicyToPermissionSetCommand({ ...key, ManagedPolicyArn: readOnly }));
  await ssoAdmin.send(new PutInlinePolicyToPermissionSetCommand({ ...key, InlinePolicy: inlinePolicy }));
  const PermissionsBoundary = { CustomerManagedPolicyReference: { Name: "limit", Path: "/team/" } };
  await ssoAdmin.send(new PutPermissionsBoundaryToPermissionSetCommand({ ...key, PermissionsBoundary }));
  await identityStore.send(new DeleteGroupCommand({ IdentityStoreId, GroupId: gone }));
  const assignments = grants.map(([accountId, permissionSetArn, principalType, principalId]) => ({
    accountId,
    permissionSetArn,
    principalType,
    principalId,
  }));
  return { directory: before, arns, gone, assignments: sorted(assignments) };
}

/** By the one text of an assignment: account, set, type, id. */
export function sorted(assignments: readonly LiveAssignment[]): readonly LiveAssignment[] {
  const key = (a: LiveAssignment) =>
    [a.accountId, a.permissionSetArn, a.principalType, a.principalId].join(" ");
  return [...assignments].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

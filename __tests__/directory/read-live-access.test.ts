import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
} from "@aws-sdk/client-sso-admin";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Directory } from "../../src/directory/directory.js";
import { readDirectory } from "../../src/directory/read-directory.js";
import { readLiveAssignments, readLivePermissionSets } from "../../src/directory/read-live-access.js";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { useSandbox } from "./sandbox.js";
import { startStub } from "./stub-aws.js";

const sandbox = useSandbox(defaultSeed);
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const billing = "arn:aws:iam::aws:policy/job-function/Billing";
const boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
const policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
const arns = new Map<string, string>();
let directory: Directory;

beforeAll(async () => {
  const { ssoAdmin, ...others } = sandbox.clients();
  directory = await readDirectory({ ssoAdmin, ...others }, { region: "us-east-1", tags: false });
  const InstanceArn = directory.instance.arn;
  for (const Name of ["Plain", "plain", "Full", "Other"]) {
    const made = await ssoAdmin.send(new CreatePermissionSetCommand({ InstanceArn, Name }));
    arns.set(Name, made.PermissionSet?.PermissionSetArn ?? "");
  }
  const key = { InstanceArn, PermissionSetArn: arn("Full") };
  for (const ManagedPolicyArn of [billing, readOnly]) {
    await ssoAdmin.send(new AttachManagedPolicyToPermissionSetCommand({ ...key, ManagedPolicyArn }));
  }
  for (const [Name, Path] of [
    ["b", "/"],
    ["a", "/team/"],
    ["c", "/"],
  ]) {
    const CustomerManagedPolicyReference = { Name, Path };
    await ssoAdmin.send(
      new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
        ...key,
        CustomerManagedPolicyReference,
      }),
    );
  }
  await ssoAdmin.send(new PutInlinePolicyToPermissionSetCommand({ ...key, InlinePolicy: policy }));
  const PermissionsBoundary = { ManagedPolicyArn: boundary };
  await ssoAdmin.send(new PutPermissionsBoundaryToPermissionSetCommand({ ...key, PermissionsBoundary }));
  for (const name of ["Managers", "DevOps"]) {
    await ssoAdmin.send(
      new CreateAccountAssignmentCommand({
        ...key,
        TargetType: "AWS_ACCOUNT",
        TargetId: "333333333331",
        PrincipalType: "GROUP",
        PrincipalId: groupId(name),
      }),
    );
  }
});

beforeEach(() => sandbox.forget());

function arn(name: string): string {
  return arns.get(name) ?? "";
}

function groupId(name: string): string {
  return directory.groups.find((g) => g.displayName === name)?.id ?? "";
}

function setsNamed(...names: readonly string[]) {
  return readLivePermissionSets(sandbox.clients(), directory.instance.arn, new Set(names));
}

describe("readLivePermissionSets", () => {
  it("reads what a set is made of, in order", async () => {
    expect(await setsNamed("Full")).toEqual([
      {
        arn: arn("Full"),
        name: "Full",
        managedPolicies: [readOnly, billing],
        customerManagedPolicies: [
          { name: "b", path: "/" },
          { name: "c", path: "/" },
          { name: "a", path: "/team/" },
        ],
        hasInlinePolicy: true,
        hasPermissionsBoundary: true,
      },
    ]);
  });

  it("says of an empty set that it has nothing, and keeps names apart by case", async () => {
    const nothing = {
      managedPolicies: [],
      customerManagedPolicies: [],
      hasInlinePolicy: false,
      hasPermissionsBoundary: false,
    };
    expect(await setsNamed("plain", "Plain")).toEqual([
      { arn: arn("Plain"), name: "Plain", ...nothing },
      { arn: arn("plain"), name: "plain", ...nothing },
    ]);
  });

  it("leaves out names that do not exist, and asks for no details of other sets", async () => {
    expect(await setsNamed("Nobody", "Other")).toHaveLength(1);
    expect((await sandbox.counts())("sso-admin.DescribePermissionSet")).toBe(4);
    expect((await sandbox.counts())("sso-admin.GetInlinePolicyForPermissionSet")).toBe(1);
  });

  it("reads all pages of sets, and stops describing when every name is found", async () => {
    const page = Array.from({ length: 30 }, (_, i) => `arn:aws:sso:::permissionSet/ssoins-1/ps-${i}`);
    const stub = await startStub(({ operation }, index) => {
      if (operation === "ListPermissionSets") {
        return { body: { PermissionSets: page, ...(index === 0 ? { NextToken: "more" } : {}) } };
      }
      const name = index === 2 ? "Wanted" : "Other";
      return { body: operation === "DescribePermissionSet" ? { PermissionSet: { Name: name } } : {} };
    });
    const sets = await readLivePermissionSets(stub.clients, "arn:aws:sso:::instance/i", new Set(["Wanted"]));
    await stub.close();
    const of = (operation: string) => stub.requests.filter((r) => r.operation === operation).length;
    expect(sets.map((set) => set.name)).toEqual(["Wanted"]);
    expect(of("ListPermissionSets")).toBe(2);
    expect(of("DescribePermissionSet")).toBe(10);
  });

  it("asks nothing when nothing is asked for", async () => {
    expect(await setsNamed()).toEqual([]);
    expect((await sandbox.counts())("sso-admin.ListPermissionSets")).toBe(0);
  });
});

describe("readLiveAssignments", () => {
  it("reads the assignments of the pairs, each pair once", async () => {
    const full = { accountId: "333333333331", permissionSetArn: arn("Full") };
    const other = { accountId: "333333333331", permissionSetArn: arn("Other") };
    const pairs = [full, other, { ...full }];
    const found = await readLiveAssignments(sandbox.clients(), directory.instance.arn, pairs);
    const ids = [groupId("Managers"), groupId("DevOps")].sort();
    expect(found).toEqual(ids.map((principalId) => ({ ...full, principalType: "GROUP", principalId })));
    expect((await sandbox.counts())("sso-admin.ListAccountAssignments")).toBe(2);
  });
});

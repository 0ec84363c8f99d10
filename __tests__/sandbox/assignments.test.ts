import { DeleteGroupCommand } from "@aws-sdk/client-identitystore";
import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { assignmentTo } from "./assignment.js";
import { connected, errorName, must } from "./support.js";

const seed = {
  ...defaultSeed,
  accounts: [
    ...defaultSeed.accounts,
    { id: "444444444444", name: "closed", ou: "/", status: "SUSPENDED", tags: {} } as const,
  ],
};

describe("an account assignment", () => {
  it("exists at once while its creation is in progress, which then succeeds", async () => {
    const aws = await connected();
    const set = await aws.createSet("Set");
    const assignment = assignmentTo(aws, set, "222222222221", "DevOps");
    const created = await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    const creation = must(created.AccountAssignmentCreationStatus);
    expect(creation).toMatchObject({
      Status: "IN_PROGRESS",
      TargetId: "222222222221",
      PermissionSetArn: set,
    });
    const listed = await aws.sso.send(
      new sso.ListAccountAssignmentsCommand({ ...assignment, AccountId: "222222222221" }),
    );
    expect(listed.AccountAssignments).toEqual([
      {
        AccountId: "222222222221",
        PermissionSetArn: set,
        PrincipalType: "GROUP",
        PrincipalId: aws.groupId("DevOps"),
      },
    ]);
    aws.pass();
    const later = await aws.sso.send(
      new sso.DescribeAccountAssignmentCreationStatusCommand({
        InstanceArn: aws.InstanceArn,
        AccountAssignmentCreationRequestId: creation.RequestId,
      }),
    );
    expect(later.AccountAssignmentCreationStatus).toEqual({ ...creation, Status: "SUCCEEDED" });
  });

  it("is not doubled by a second creation", async () => {
    const aws = await connected({ latencyMs: 0 });
    const set = await aws.createSet("Set");
    const assignment = assignmentTo(aws, set, "222222222221", "DevOps");
    await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    const input = { ...assignment, AccountId: "222222222221" };
    const listed = await aws.sso.send(new sso.ListAccountAssignmentsCommand(input));
    expect(listed.AccountAssignments).toHaveLength(1);
  });

  it("conflicts with a request about the same assignment in process", async () => {
    const aws = await connected();
    const assignment = assignmentTo(aws, await aws.createSet("Set"), "222222222221", "DevOps");
    await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    const remove = () => aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    expect(await errorName(remove())).toBe("ConflictException");
    aws.pass();
    expect(await errorName(remove())).toBe("none");
  });

  it.each([
    ["444444444444", "Account 444444444444 is SUSPENDED and cannot be assigned."],
    ["999999999999", "Account 999999999999 is not a member of the organization."],
  ])("to account %s fails after a while and leaves nothing", async (account, reason) => {
    const aws = await connected({ seed });
    const set = await aws.createSet("Set");
    const assignment = assignmentTo(aws, set, account, "DevOps");
    const created = await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    expect(created.AccountAssignmentCreationStatus?.Status).toBe("IN_PROGRESS");
    aws.pass();
    const { AccountAssignmentCreationStatus: status } = await aws.sso.send(
      new sso.DescribeAccountAssignmentCreationStatusCommand({
        InstanceArn: aws.InstanceArn,
        AccountAssignmentCreationRequestId: created.AccountAssignmentCreationStatus?.RequestId,
      }),
    );
    expect(status).toMatchObject({ Status: "FAILED", FailureReason: reason });
    const listed = await aws.sso.send(
      new sso.ListAccountAssignmentsCommand({ ...assignment, AccountId: account }),
    );
    expect(listed.AccountAssignments).toEqual([]);
  });

  it("needs a principal and a permission set that exist", async () => {
    const aws = await connected();
    const set = await aws.createSet("Set");
    const good = assignmentTo(aws, set, "222222222221", "DevOps");
    const create = (change: Partial<typeof good>) =>
      errorName(aws.sso.send(new sso.CreateAccountAssignmentCommand({ ...good, ...change })));
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect(await create({ PrincipalId: nobody })).toBe("ResourceNotFoundException");
    expect(await create({ PrincipalType: "USER" })).toBe("ResourceNotFoundException");
    expect(await create({ PermissionSetArn: set.replace(/.{4}$/, "zzzz") })).toBe(
      "ResourceNotFoundException",
    );
    expect(await create({ TargetId: "12345678901" })).toBe("ValidationException");
    expect(await create({ PrincipalId: "DevOps" })).toBe("ValidationException");
  });

  it("that does not exist cannot be deleted", async () => {
    const aws = await connected();
    const assignment = assignmentTo(aws, await aws.createSet("Set"), "222222222221", "DevOps");
    const deleted = aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    await expect(deleted).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "Assignment not found.",
    });
  });

  it("outlives its group, and can still be deleted", async () => {
    const aws = await connected({ latencyMs: 0 });
    const assignment = assignmentTo(aws, await aws.createSet("Set"), "222222222221", "DevOps");
    await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
    const group = { IdentityStoreId: aws.IdentityStoreId, GroupId: aws.groupId("DevOps") };
    await aws.store.send(new DeleteGroupCommand(group));
    const list = new sso.ListAccountAssignmentsCommand({ ...assignment, AccountId: "222222222221" });
    expect((await aws.sso.send(list)).AccountAssignments).toHaveLength(1);
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    expect((await aws.sso.send(list)).AccountAssignments).toEqual([]);
  });
});

describe("the assignments of a principal", () => {
  it("are a group's own, and a user's own with those of its groups", async () => {
    const aws = await connected({ latencyMs: 0 });
    const set = await aws.createSet("Set");
    const jane = aws.userId("jane@example.com");
    const { InstanceArn } = aws;
    const toGroup = assignmentTo(aws, set, "222222222221", "Managers");
    const toUser = {
      ...toGroup,
      PrincipalType: "USER",
      PrincipalId: jane,
      TargetId: "222222222222",
    } as const;
    const toOther = assignmentTo(aws, set, "222222222221", "DevOps");
    for (const input of [toGroup, toUser, toOther]) {
      await aws.sso.send(new sso.CreateAccountAssignmentCommand(input));
    }
    const accountsOf = async (PrincipalType: "USER" | "GROUP", PrincipalId: string, AccountId?: string) => {
      const Filter = AccountId === undefined ? {} : { AccountId };
      const input = { InstanceArn, PrincipalType, PrincipalId, Filter };
      const answer = await aws.sso.send(new sso.ListAccountAssignmentsForPrincipalCommand(input));
      return answer.AccountAssignments?.map((it) => `${it.AccountId} ${it.PrincipalType}`);
    };
    expect(await accountsOf("GROUP", aws.groupId("Managers"))).toEqual(["222222222221 GROUP"]);
    expect(await accountsOf("USER", jane)).toEqual(["222222222221 GROUP", "222222222222 USER"]);
    expect(await accountsOf("USER", jane, "222222222222")).toEqual(["222222222222 USER"]);
    expect(await accountsOf("USER", aws.userId("li@example.com"))).toEqual([]);
  });
});

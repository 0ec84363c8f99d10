import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { assignmentTo } from "./assignment.js";
import { type Clients, connected, errorName, must } from "./support.js";

const account = "222222222221";

async function assigned(aws: Clients) {
  const set = await aws.createSet("Set");
  const assignment = assignmentTo(aws, set, account, "DevOps");
  await aws.sso.send(new sso.CreateAccountAssignmentCommand(assignment));
  aws.pass();
  return { assignment, ids: { InstanceArn: aws.InstanceArn, PermissionSetArn: set } };
}

type Ids = Awaited<ReturnType<typeof assigned>>["ids"];

function provision(aws: Clients, ids: Ids) {
  const input = { ...ids, TargetType: "ALL_PROVISIONED_ACCOUNTS" } as const;
  return aws.sso.send(new sso.ProvisionPermissionSetCommand(input));
}

async function outcome(aws: Clients, started: sso.ProvisionPermissionSetResponse) {
  aws.pass();
  const id = must(started.PermissionSetProvisioningStatus?.RequestId);
  const input = { InstanceArn: aws.InstanceArn, ProvisionPermissionSetRequestId: id };
  const described = await aws.sso.send(new sso.DescribePermissionSetProvisioningStatusCommand(input));
  return described.PermissionSetProvisioningStatus;
}

describe("provisioning", () => {
  it("brings a changed set up to date in its accounts", async () => {
    const aws = await connected();
    const { ids } = await assigned(aws);
    const accounts = async (ProvisioningStatus: sso.ProvisioningStatus) => {
      const input = { ...ids, ProvisioningStatus };
      return (await aws.sso.send(new sso.ListAccountsForProvisionedPermissionSetCommand(input))).AccountIds;
    };
    const sets = async (ProvisioningStatus?: sso.ProvisioningStatus) => {
      const input = { InstanceArn: ids.InstanceArn, AccountId: account, ProvisioningStatus };
      return (await aws.sso.send(new sso.ListPermissionSetsProvisionedToAccountCommand(input)))
        .PermissionSets;
    };
    expect(await accounts("LATEST_PERMISSION_SET_PROVISIONED")).toEqual([account]);
    await aws.sso.send(new sso.UpdatePermissionSetCommand({ ...ids, Description: "new" }));
    expect(await accounts("LATEST_PERMISSION_SET_PROVISIONED")).toEqual([]);
    expect(await accounts("LATEST_PERMISSION_SET_NOT_PROVISIONED")).toEqual([account]);
    expect(await sets("LATEST_PERMISSION_SET_NOT_PROVISIONED")).toEqual([ids.PermissionSetArn]);
    const started = await provision(aws, ids);
    expect(started.PermissionSetProvisioningStatus?.Status).toBe("IN_PROGRESS");
    expect(await outcome(aws, started)).toMatchObject({ Status: "SUCCEEDED" });
    expect(await accounts("LATEST_PERMISSION_SET_PROVISIONED")).toEqual([account]);
    expect(await sets()).toEqual([ids.PermissionSetArn]);
  });

  it("succeeds for a set that is assigned nowhere", async () => {
    const aws = await connected();
    const ids = { InstanceArn: aws.InstanceArn, PermissionSetArn: await aws.createSet("Set") };
    expect(await outcome(aws, await provision(aws, ids))).toMatchObject({ Status: "SUCCEEDED" });
  });

  it("fails when it starts while the set leaves an account", async () => {
    const aws = await connected();
    const { assignment, ids } = await assigned(aws);
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    expect(await outcome(aws, await provision(aws, ids))).toMatchObject({
      Status: "FAILED",
      FailureReason: "Received a 404 status error: Assignment not found.",
    });
  });

  it("fails when the set leaves an account while it runs", async () => {
    const aws = await connected();
    const { assignment, ids } = await assigned(aws);
    const started = await provision(aws, ids);
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    expect(await outcome(aws, started)).toMatchObject({ Status: "FAILED" });
  });

  it("does not mind an unassign that leaves the set in the account", async () => {
    const aws = await connected();
    const { assignment, ids } = await assigned(aws);
    const other = { ...assignment, PrincipalId: aws.groupId("Managers") };
    await aws.sso.send(new sso.CreateAccountAssignmentCommand(other));
    aws.pass();
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(other));
    expect(await outcome(aws, await provision(aws, ids))).toMatchObject({ Status: "SUCCEEDED" });
  });

  it("takes one account only when the set is there", async () => {
    const aws = await connected();
    const { ids } = await assigned(aws);
    const one = (TargetId?: string) =>
      errorName(
        aws.sso.send(new sso.ProvisionPermissionSetCommand({ ...ids, TargetType: "AWS_ACCOUNT", TargetId })),
      );
    expect(await one(account)).toBe("none");
    expect(await one("222222222222")).toBe("ResourceNotFoundException");
    expect(await one()).toBe("ValidationException");
  });

  it("runs three times at once and no more", async () => {
    const aws = await connected();
    const ids = { InstanceArn: aws.InstanceArn, PermissionSetArn: await aws.createSet("Set") };
    const names = [];
    for (let index = 0; index < 4; index++) names.push(await errorName(provision(aws, ids)));
    expect(names).toEqual(["none", "none", "none", "ConflictException"]);
    aws.pass();
    expect(await errorName(provision(aws, ids))).toBe("none");
  });

  it("knows only requests that were made", async () => {
    const aws = await connected();
    const input = {
      InstanceArn: aws.InstanceArn,
      ProvisionPermissionSetRequestId: "00000000-0000-0000-0000-000000000000",
    };
    const described = aws.sso.send(new sso.DescribePermissionSetProvisioningStatusCommand(input));
    expect(await errorName(described)).toBe("ResourceNotFoundException");
  });
});

describe("a set in use", () => {
  it("cannot be deleted while assigned, nor while it leaves its last account", async () => {
    const aws = await connected();
    const { assignment, ids } = await assigned(aws);
    const remove = () => errorName(aws.sso.send(new sso.DeletePermissionSetCommand(ids)));
    expect(await remove()).toBe("ConflictException");
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    expect(await remove()).toBe("ConflictException");
    aws.pass();
    expect(await remove()).toBe("none");
  });
});

describe("lists of requests", () => {
  it("go by the status the requests have now", async () => {
    const aws = await connected();
    const { assignment } = await assigned(aws);
    await aws.sso.send(new sso.DeleteAccountAssignmentCommand(assignment));
    const { InstanceArn } = aws;
    const deletions = async (Status: sso.StatusValues) => {
      const input = { InstanceArn, Filter: { Status } };
      const answer = await aws.sso.send(new sso.ListAccountAssignmentDeletionStatusCommand(input));
      return answer.AccountAssignmentsDeletionStatus?.length;
    };
    expect([await deletions("IN_PROGRESS"), await deletions("SUCCEEDED")]).toEqual([1, 0]);
    aws.pass();
    expect([await deletions("IN_PROGRESS"), await deletions("SUCCEEDED")]).toEqual([0, 1]);
    const creations = await aws.sso.send(new sso.ListAccountAssignmentCreationStatusCommand({ InstanceArn }));
    expect(creations.AccountAssignmentsCreationStatus).toMatchObject([{ Status: "SUCCEEDED" }]);
  });
});

import * as store from "@aws-sdk/client-identitystore";
import { describe, expect, it } from "vitest";
import { connected, errorName, must } from "./support.js";

describe("groups", () => {
  it("of the seed came by SCIM, groups made by the API did not", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    await aws.store.send(new store.CreateGroupCommand({ IdentityStoreId, DisplayName: "Auditors" }));
    const { Groups } = await aws.store.send(new store.ListGroupsCommand({ IdentityStoreId }));
    const issuers = Object.fromEntries(
      (Groups ?? []).map((group) => [group.DisplayName, group.ExternalIds?.[0]?.Issuer ?? null]),
    );
    const scim = expect.stringMatching(/^https:\/\/scim\.aws\.com\//);
    expect(issuers).toEqual({
      Managers: scim,
      DevOps: scim,
      Developers: scim,
      BillingAdmin: scim,
      Auditors: null,
    });
  });

  it("are found by exact display name and by external id", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const idOf = async (AlternateIdentifier: store.AlternateIdentifier) =>
      (await aws.store.send(new store.GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier }))).GroupId;
    const named = (AttributeValue: string, AttributePath = "displayName") =>
      idOf({ UniqueAttribute: { AttributePath, AttributeValue } });
    const id = await named("DevOps");
    expect(id).toBe(aws.groupId("DevOps"));
    expect(await named("DevOps", "DisplayName")).toBe(id);
    const group = await aws.store.send(
      new store.DescribeGroupCommand({ IdentityStoreId, GroupId: must(id) }),
    );
    expect(await idOf({ ExternalId: must(group.ExternalIds?.[0]) })).toBe(id);
    await expect(named("devops")).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      ResourceType: "GROUP",
    });
    expect(await errorName(named("DevOps", "description"))).toBe("ValidationException");
  });

  it("are filtered by display name alone", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const list = (AttributePath: string, AttributeValue: string) =>
      aws.store.send(
        new store.ListGroupsCommand({ IdentityStoreId, Filters: [{ AttributePath, AttributeValue }] }),
      );
    expect((await list("DisplayName", "DevOps")).Groups).toMatchObject([{ DisplayName: "DevOps" }]);
    expect((await list("DisplayName", "devops")).Groups).toEqual([]);
    expect(await errorName(list("constructor", "x"))).toBe("ValidationException");
  });

  it("have names of their own, are renamed and deleted", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const create = (DisplayName: string) =>
      aws.store.send(new store.CreateGroupCommand({ IdentityStoreId, DisplayName, Description: "d" }));
    await expect(create("DevOps")).rejects.toMatchObject({
      name: "ConflictException",
      Reason: "UNIQUENESS_CONSTRAINT_VIOLATION",
    });
    const group = { IdentityStoreId, GroupId: must((await create("devops")).GroupId) };
    const update = (AttributePath: string, AttributeValue?: string | number) =>
      aws.store.send(
        new store.UpdateGroupCommand({ ...group, Operations: [{ AttributePath, AttributeValue }] }),
      );
    expect(await errorName(update("displayName", "Managers"))).toBe("ConflictException");
    expect(await errorName(update("displayName", 7))).toBe("ValidationException");
    expect(await errorName(update("externalIds", "x"))).toBe("ValidationException");
    await update("displayName", "Ops");
    await update("description");
    const described = await aws.store.send(new store.DescribeGroupCommand(group));
    expect(described.DisplayName).toBe("Ops");
    expect(described.Description).toBeUndefined();
    await aws.store.send(new store.DeleteGroupCommand(group));
    expect(await errorName(aws.store.send(new store.DescribeGroupCommand(group)))).toBe(
      "ResourceNotFoundException",
    );
  });
});

describe("users", () => {
  it("are found by user name, by e-mail address and by filter", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const idOf = async (AttributePath: string, AttributeValue: string) => {
      const AlternateIdentifier = { UniqueAttribute: { AttributePath, AttributeValue } };
      const input = { IdentityStoreId, AlternateIdentifier };
      return (await aws.store.send(new store.GetUserIdCommand(input))).UserId;
    };
    const jane = aws.userId("jane@example.com");
    expect(await idOf("userName", "jane@example.com")).toBe(jane);
    expect(await idOf("emails.value", "jane@example.com")).toBe(jane);
    expect(await errorName(idOf("userName", "nobody"))).toBe("ResourceNotFoundException");
    const Filters = [{ AttributePath: "UserName", AttributeValue: "jane@example.com" }];
    const { Users } = await aws.store.send(new store.ListUsersCommand({ IdentityStoreId, Filters }));
    expect(Users).toMatchObject([{ UserId: jane, DisplayName: "Jane Roe" }]);
  });

  it("keep what they were created with until they are deleted", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const user = {
      UserName: "new@example.com",
      DisplayName: "New",
      Name: { GivenName: "N", FamilyName: "W" },
      Emails: [{ Value: "new@example.com", Primary: true }],
    };
    const created = await aws.store.send(new store.CreateUserCommand({ IdentityStoreId, ...user }));
    const ids = { IdentityStoreId, UserId: must(created.UserId) };
    expect(await aws.store.send(new store.DescribeUserCommand(ids))).toMatchObject(user);
    const again = aws.store.send(new store.CreateUserCommand({ IdentityStoreId, ...user }));
    expect(await errorName(again)).toBe("ConflictException");
    await aws.store.send(new store.DeleteUserCommand(ids));
    expect(await errorName(aws.store.send(new store.DescribeUserCommand(ids)))).toBe(
      "ResourceNotFoundException",
    );
  });
});

describe("memberships", () => {
  it("come from the seed, are made once, looked up, listed and taken away", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const MemberId = { UserId: aws.userId("jane@example.com") };
    const GroupId = aws.groupId("DevOps");
    const membership = { IdentityStoreId, GroupId, MemberId };
    const isMember = async () => {
      const GroupIds = [GroupId, aws.groupId("Managers")];
      const input = { IdentityStoreId, MemberId, GroupIds };
      const { Results } = await aws.store.send(new store.IsMemberInGroupsCommand(input));
      return Results?.map((result) => result.MembershipExists);
    };
    expect(await isMember()).toEqual([false, true]);
    const { MembershipId } = await aws.store.send(new store.CreateGroupMembershipCommand(membership));
    expect(await isMember()).toEqual([true, true]);
    const again = aws.store.send(new store.CreateGroupMembershipCommand(membership));
    expect(await errorName(again)).toBe("ConflictException");
    const found = await aws.store.send(new store.GetGroupMembershipIdCommand(membership));
    expect(found.MembershipId).toBe(MembershipId);
    const ids = { IdentityStoreId, MembershipId: must(MembershipId) };
    const described = await aws.store.send(new store.DescribeGroupMembershipCommand(ids));
    expect(described).toMatchObject({ GroupId, MemberId });
    const ofGroup = await aws.store.send(new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId }));
    expect(ofGroup.GroupMemberships).toHaveLength(2);
    const ofUser = await aws.store.send(
      new store.ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId }),
    );
    expect(ofUser.GroupMemberships).toHaveLength(2);
    await aws.store.send(new store.DeleteGroupMembershipCommand(ids));
    expect(await isMember()).toEqual([false, true]);
    expect(await errorName(aws.store.send(new store.DescribeGroupMembershipCommand(ids)))).toBe(
      "ResourceNotFoundException",
    );
  });

  it("go with their group and with their user", async () => {
    const aws = await connected();
    const { IdentityStoreId } = aws;
    const MemberId = { UserId: aws.userId("jane@example.com") };
    const list = async () => {
      const input = { IdentityStoreId, MemberId };
      return (await aws.store.send(new store.ListGroupMembershipsForMemberCommand(input))).GroupMemberships;
    };
    expect(await list()).toHaveLength(1);
    const GroupId = aws.groupId("Managers");
    await aws.store.send(new store.DeleteGroupCommand({ IdentityStoreId, GroupId }));
    expect(await list()).toEqual([]);
    const UserId = aws.userId("omar@example.com");
    await aws.store.send(new store.DeleteUserCommand({ IdentityStoreId, UserId }));
    const devOps = { IdentityStoreId, GroupId: aws.groupId("DevOps") };
    const left = await aws.store.send(new store.ListGroupMembershipsCommand(devOps));
    expect(left.GroupMemberships).toEqual([]);
  });
});

import * as store from "@aws-sdk/client-identitystore";
import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { startSandbox } from "../../src/sandbox/server.js";
import { assignmentTo } from "./assignment.js";
import { patch, provisioner, user } from "./scim-support.js";
import { errorName, temporaryFolder } from "./support.js";

describe("a group by SCIM", () => {
  it("is in the identity store with an id of SCIM, with its members and without telling them", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const omar = idp.userId("omar@example.com");
    const made = await idp.send("POST", "/Groups", {
      displayName: "Auditors",
      externalId: "okta-1",
      members: [{ value: omar }, { value: omar }],
    });
    expect([made.status, made.body.members]).toEqual([201, [expect.objectContaining({ value: omar })]]);
    const GroupId = made.body.id;
    const group = await idp.store.send(new store.DescribeGroupCommand({ IdentityStoreId, GroupId }));
    expect(group).toMatchObject({
      DisplayName: "Auditors",
      ExternalIds: [{ Issuer: `https://scim.aws.com/${IdentityStoreId}`, Id: "okta-1" }],
    });
    const members = new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId });
    expect((await idp.store.send(members)).GroupMemberships).toHaveLength(1);
    const read = await idp.send("GET", `/Groups/${GroupId}`);
    expect(read.body).toMatchObject({ displayName: "Auditors", externalId: "okta-1", members: [] });
  });

  it("tells that it came by SCIM also without an external id of its own", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const made = await idp.send("POST", "/Groups", { displayName: "Auditors" });
    expect(made.body).not.toHaveProperty("externalId");
    const group = await idp.store.send(
      new store.DescribeGroupCommand({ IdentityStoreId, GroupId: made.body.id }),
    );
    expect(group.ExternalIds?.[0]?.Issuer).toMatch(/^https:\/\/scim\.aws\.com\//);
  });

  it("shares its names with the groups of the API, which SCIM sees too", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const create = (DisplayName: string) =>
      errorName(idp.store.send(new store.CreateGroupCommand({ IdentityStoreId, DisplayName })));
    expect(await create("Auditors")).toBe("none");
    expect((await idp.send("POST", "/Groups", { displayName: "Auditors" })).status).toBe(409);
    expect((await idp.send("GET", '/Groups?filter=displayName+eq+"Auditors"')).body.totalResults).toBe(1);
    expect((await idp.send("POST", "/Groups", { displayName: "auditors" })).status).toBe(201);
    expect(await create("auditors")).toBe("ConflictException");
  });

  it("is renamed, and gains and loses members, one by one or in a list", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const GroupId = idp.groupId("DevOps");
    const [omar, jane, li] = ["omar", "jane", "li"].map((name) => ({
      value: idp.userId(`${name}@example.com`),
    }));
    const change = async (...operations: readonly object[]) =>
      (await idp.send("PATCH", `/Groups/${GroupId}`, patch(...operations))).status;
    const members = async () => {
      const command = new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId });
      const { GroupMemberships = [] } = await idp.store.send(command);
      return GroupMemberships.map((m) => m.MemberId?.UserId).sort();
    };
    expect(await change({ op: "Replace", value: { id: GroupId, displayName: "Ops" } })).toBe(204);
    const described = new store.DescribeGroupCommand({ IdentityStoreId, GroupId });
    expect((await idp.store.send(described)).DisplayName).toBe("Ops");
    expect(await change({ op: "add", path: "members", value: [omar, jane, li] })).toBe(204);
    expect(await members()).toEqual([omar?.value, jane?.value, li?.value].sort());
    const remove = { op: "remove", path: `members[value eq "${jane?.value}"]` };
    expect(await change(remove, { op: "remove", path: "members", value: [li] })).toBe(204);
    expect(await members()).toEqual([omar?.value]);
    expect(await change(remove)).toBe(204);
  });

  it("takes its memberships with it when it goes, and leaves its assignments to a principal that is gone", async () => {
    const idp = await provisioner();
    const { InstanceArn, IdentityStoreId } = idp;
    const PermissionSetArn = await idp.createSet("Look");
    const input = assignmentTo(idp, PermissionSetArn, "333333333331", "DevOps");
    await idp.sso.send(new sso.CreateAccountAssignmentCommand(input));
    idp.pass();
    expect((await idp.send("DELETE", `/Groups/${idp.groupId("DevOps")}`)).status).toBe(204);
    const MemberId = { UserId: idp.userId("omar@example.com") };
    const left = await idp.store.send(
      new store.ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId }),
    );
    expect(left.GroupMemberships).toEqual([]);
    const listed = await idp.sso.send(
      new sso.ListAccountAssignmentsCommand({ InstanceArn, PermissionSetArn, AccountId: "333333333331" }),
    );
    expect(listed.AccountAssignments).toMatchObject([{ PrincipalId: idp.groupId("DevOps") }]);
    const describe = new store.DescribeGroupCommand({ IdentityStoreId, GroupId: idp.groupId("DevOps") });
    expect(await errorName(idp.store.send(describe))).toBe("ResourceNotFoundException");
  });

  it("outlives the process", async () => {
    const statePath = `${await temporaryFolder()}/aws.json`;
    const first = await startSandbox({ statePath });
    const send = (url: string, init?: RequestInit) =>
      fetch(url, { ...init, headers: { authorization: `Bearer ${first.scim.token}` } });
    await send(`${first.scim.url}/Groups`, { method: "POST", body: '{"displayName":"Auditors"}' });
    await first.close();
    const second = await startSandbox({ statePath });
    const answer = await send(`${second.scim.url}/Groups?filter=displayName+eq+"Auditors"`);
    await second.close();
    expect(await answer.json()).toMatchObject({ totalResults: 1 });
  });
});

describe("a user by SCIM", () => {
  const full = user("ada@example.com", {
    externalId: "okta-7",
    title: "Countess",
    emails: [{ value: "ada@example.com", type: "work", primary: true }],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
      department: "Engines",
      manager: { value: "m-1" },
    },
  });

  it("is in the identity store with all it was sent with", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const made = await idp.send("POST", "/Users", full);
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ externalId: "okta-7", active: true }),
    ]);
    const ids = { IdentityStoreId, UserId: made.body.id };
    expect(await idp.store.send(new store.DescribeUserCommand(ids))).toMatchObject({
      UserName: "ada@example.com",
      DisplayName: "Ada Lovelace",
      Name: { GivenName: "Ada", FamilyName: "Lovelace" },
      Title: "Countess",
      Emails: [{ Value: "ada@example.com", Primary: true }],
      UserStatus: "ENABLED",
      ExternalIds: [{ Issuer: `https://scim.aws.com/${IdentityStoreId}`, Id: "okta-7" }],
    });
    const { schemas: _schemas, ...wanted } = full as Record<string, unknown>;
    expect((await idp.send("GET", `/Users/${made.body.id}`)).body).toMatchObject(wanted);
    const byManager = `/Users?filter=id+eq+"${made.body.id}"+and+manager+eq+"m-1"`;
    expect((await idp.send("GET", byManager)).body.totalResults).toBe(1);
  });

  it("is changed attribute by attribute, deactivated, overwritten and deleted", async () => {
    const idp = await provisioner();
    const { IdentityStoreId } = idp;
    const UserId = (await idp.send("POST", "/Users", full)).body.id;
    const change = async (...operations: readonly object[]) =>
      (await idp.send("PATCH", `/Users/${UserId}`, patch(...operations))).body;
    const extension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    expect(
      await change(
        { op: "Replace", path: "name.familyName", value: "King" },
        { op: "replace", path: 'emails[type eq "work"].value', value: "king@example.com" },
        { op: "add", path: "phoneNumbers", value: [{ value: "1", type: "work" }] },
        { op: "add", path: `${extension}:costCenter`, value: "9" },
        { op: "remove", path: "title" },
        { op: "replace", value: { nickName: "A" } },
      ),
    ).toMatchObject({
      name: { givenName: "Ada", familyName: "King" },
      emails: [{ value: "king@example.com", type: "work", primary: true }],
      phoneNumbers: [{ value: "1", type: "work" }],
      [extension]: { department: "Engines", costCenter: "9" },
      nickName: "A",
      externalId: "okta-7",
    });
    expect(await change({ op: "replace", path: "active", value: "False" })).toMatchObject({ active: false });
    const describe = new store.DescribeUserCommand({ IdentityStoreId, UserId });
    const described = await idp.store.send(describe);
    expect([described.UserStatus, described.Title]).toEqual(["DISABLED", undefined]);
    const put = await idp.send("PUT", `/Users/${UserId}`, user("ada2@example.com"));
    expect([put.status, put.body.active, put.body.nickName]).toEqual([200, true, undefined]);
    expect((await idp.send("DELETE", `/Users/${UserId}`)).status).toBe(204);
    expect(await errorName(idp.store.send(describe))).toBe("ResourceNotFoundException");
  });
});

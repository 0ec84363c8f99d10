import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { type Clients, connected, errorName, must } from "./support.js";

type Settings = Omit<sso.CreatePermissionSetRequest, "Name" | "InstanceArn">;

function create(aws: Clients, Name: string, settings: Settings = {}) {
  return aws.sso.send(
    new sso.CreatePermissionSetCommand({ InstanceArn: aws.InstanceArn, Name, ...settings }),
  );
}

describe("a permission set", () => {
  it("is described as it was created", async () => {
    const aws = await connected();
    const settings = { Description: "Reads", SessionDuration: "PT4H", RelayState: "https://x.example/?a=b" };
    const { PermissionSet } = await create(aws, "ReadOnly", settings);
    expect(PermissionSet?.PermissionSetArn).toMatch(
      /^arn:aws:sso:::permissionSet\/ssoins-[0-9a-f]{16}\/ps-[0-9a-f]{16}$/,
    );
    const described = await aws.sso.send(
      new sso.DescribePermissionSetCommand({
        InstanceArn: aws.InstanceArn,
        PermissionSetArn: PermissionSet?.PermissionSetArn,
      }),
    );
    expect(described.PermissionSet).toEqual(PermissionSet);
    expect(PermissionSet).toMatchObject({ Name: "ReadOnly", ...settings, CreatedDate: expect.any(Date) });
  });

  it("lasts one hour unless it says otherwise", async () => {
    const aws = await connected();
    const { PermissionSet } = await create(aws, "Short");
    expect(PermissionSet).toMatchObject({ SessionDuration: "PT1H" });
    expect(PermissionSet).not.toHaveProperty("Description");
  });

  it("keeps description and duration but loses its relay state when an update leaves them out", async () => {
    const aws = await connected();
    const settings = { Description: "d", SessionDuration: "PT2H", RelayState: "https://x.example/" };
    const { PermissionSet } = await create(aws, "Set", settings);
    const ids = { InstanceArn: aws.InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn };
    await aws.sso.send(new sso.UpdatePermissionSetCommand(ids));
    const after = await aws.sso.send(new sso.DescribePermissionSetCommand(ids));
    expect(after.PermissionSet).toMatchObject({ Description: "d", SessionDuration: "PT2H" });
    expect(after.PermissionSet).not.toHaveProperty("RelayState");
  });

  it("is gone after its deletion", async () => {
    const aws = await connected();
    const ids = { InstanceArn: aws.InstanceArn, PermissionSetArn: await aws.createSet("Set") };
    await aws.sso.send(new sso.DeletePermissionSetCommand(ids));
    expect(await errorName(aws.sso.send(new sso.DescribePermissionSetCommand(ids)))).toBe(
      "ResourceNotFoundException",
    );
    expect(await errorName(aws.sso.send(new sso.DeletePermissionSetCommand(ids)))).toBe(
      "ResourceNotFoundException",
    );
  });

  it("cannot have the name of another", async () => {
    const aws = await connected();
    await create(aws, "Set");
    expect(await errorName(create(aws, "Set"))).toBe("ConflictException");
    expect(await errorName(create(aws, "Sets"))).toBe("none");
  });

  it.each<[string, string, Settings]>([
    ["a space in the name", "bad name!", {}],
    ["a name that is too long", "x".repeat(33), {}],
    ["an em dash in the description", "Set", { Description: "a \u2014 b" }],
    ["an empty description", "Set", { Description: "" }],
    ["a duration over twelve hours", "Set", { SessionDuration: "PT13H" }],
    ["a duration under one hour", "Set", { SessionDuration: "PT59M" }],
    ["a duration of a second too much", "Set", { SessionDuration: "PT12H1S" }],
    ["a duration in seconds", "Set", { SessionDuration: "3600" }],
    ["a duration in months", "Set", { SessionDuration: "P1M" }],
    ["a negative duration", "Set", { SessionDuration: "-PT2H" }],
    ["a relay state with a line end", "Set", { RelayState: "https://x.example/\n" }],
    ["a relay state that is too long", "Set", { RelayState: "x".repeat(241) }],
    ["a tag key that is reserved", "Set", { Tags: [{ Key: "aws:x", Value: "y" }] }],
    ["a tag value with a forbidden character", "Set", { Tags: [{ Key: "x", Value: "a;b" }] }],
    [
      "a tag twice",
      "Set",
      {
        Tags: [
          { Key: "x", Value: "1" },
          { Key: "x", Value: "2" },
        ],
      },
    ],
  ])("is refused with %s", async (_what, name, settings) => {
    expect(await errorName(create(await connected(), name, settings))).toBe("ValidationException");
  });

  it.each(["PT1H", "PT12H", "PT1H30M", "PT720M", "PT43200S"])("may last %s", async (SessionDuration) => {
    expect(await errorName(create(await connected(), "Set", { SessionDuration }))).toBe("none");
  });
});

describe("tags of a permission set", () => {
  it("are added, replaced and taken away", async () => {
    const aws = await connected();
    const { PermissionSet } = await create(aws, "Set", { Tags: [{ Key: "a", Value: "1" }] });
    const ids = { InstanceArn: aws.InstanceArn, ResourceArn: must(PermissionSet?.PermissionSetArn) };
    const Tags = [
      { Key: "a", Value: "2" },
      { Key: "__proto__", Value: "" },
    ];
    await aws.sso.send(new sso.TagResourceCommand({ ...ids, Tags }));
    expect((await aws.sso.send(new sso.ListTagsForResourceCommand(ids))).Tags).toEqual([Tags[1], Tags[0]]);
    await aws.sso.send(new sso.UntagResourceCommand({ ...ids, TagKeys: ["a", "none"] }));
    expect((await aws.sso.send(new sso.ListTagsForResourceCommand(ids))).Tags).toEqual([Tags[1]]);
  });

  it("are fifty at most", async () => {
    const aws = await connected();
    const ResourceArn = await aws.createSet("Set");
    const Tags = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: "v" }));
    await aws.sso.send(new sso.TagResourceCommand({ ResourceArn, Tags }));
    const more = aws.sso.send(
      new sso.TagResourceCommand({ ResourceArn, Tags: [{ Key: "more", Value: "v" }] }),
    );
    expect(await errorName(more)).toBe("ServiceQuotaExceededException");
  });

  it("belong to something that exists", async () => {
    const aws = await connected();
    const ResourceArn = `${await aws.createSet("Set")}`.replace(/.{4}$/, "0000");
    expect(await errorName(aws.sso.send(new sso.ListTagsForResourceCommand({ ResourceArn })))).toBe(
      "ResourceNotFoundException",
    );
  });
});

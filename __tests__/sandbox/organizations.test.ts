import * as org from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { type Clients, connected, errorName, must } from "./support.js";

const seed = {
  ...defaultSeed,
  accounts: [
    ...defaultSeed.accounts,
    {
      id: "444444444444",
      name: "old",
      ou: "/Platform/Old",
      status: "SUSPENDED",
      tags: { tier: "0" },
    } as const,
  ],
};

async function root(aws: Clients): Promise<string> {
  const { Roots } = await aws.organizations.send(new org.ListRootsCommand({}));
  return must(Roots?.[0]?.Id);
}

async function unit(aws: Clients, ParentId: string, name: string): Promise<org.OrganizationalUnit> {
  const input = { ParentId };
  const answer = await aws.organizations.send(new org.ListOrganizationalUnitsForParentCommand(input));
  return must(answer.OrganizationalUnits?.find((candidate) => candidate.Name === name));
}

describe("the organization", () => {
  it("has its management account, one root, and Identity Center as trusted service", async () => {
    const aws = await connected();
    const { Organization } = await aws.organizations.send(new org.DescribeOrganizationCommand({}));
    expect(Organization).toMatchObject({ MasterAccountId: "111111111111", FeatureSet: "ALL" });
    const trusted = await aws.organizations.send(new org.ListAWSServiceAccessForOrganizationCommand({}));
    expect(trusted.EnabledServicePrincipals).toMatchObject([{ ServicePrincipal: "sso.amazonaws.com" }]);
    const delegated = await aws.organizations.send(new org.ListDelegatedAdministratorsCommand({}));
    expect(delegated.DelegatedAdministrators).toEqual([]);
  });

  it("is a tree that can be walked up and down", async () => {
    const aws = await connected({ seed });
    const rootId = await root(aws);
    const platform = await unit(aws, rootId, "Platform");
    const old = await unit(aws, must(platform.Id), "Old");
    expect(old.Path).toMatch(new RegExp(`^o-[a-z0-9]+/${rootId}/${platform.Id}/${old.Id}/$`));
    const described = await aws.organizations.send(
      new org.DescribeOrganizationalUnitCommand({ OrganizationalUnitId: old.Id }),
    );
    expect(described.OrganizationalUnit).toEqual(old);
    const accounts = await aws.organizations.send(new org.ListAccountsForParentCommand({ ParentId: rootId }));
    expect(accounts.Accounts).toMatchObject([{ Id: "111111111111", Name: "core-root" }]);
    const children = async (ChildType: org.ChildType) => {
      const input = { ParentId: platform.Id, ChildType };
      return (await aws.organizations.send(new org.ListChildrenCommand(input))).Children?.map((it) => it.Id);
    };
    expect(await children("ORGANIZATIONAL_UNIT")).toEqual([old.Id]);
    expect(await children("ACCOUNT")).toEqual([
      "333333333331",
      "333333333332",
      "333333333333",
      "333333333334",
    ]);
    const parents = async (ChildId: string) =>
      (await aws.organizations.send(new org.ListParentsCommand({ ChildId }))).Parents;
    expect(await parents("444444444444")).toEqual([{ Id: old.Id, Type: "ORGANIZATIONAL_UNIT" }]);
    expect(await parents(must(platform.Id))).toEqual([{ Id: rootId, Type: "ROOT" }]);
  });

  it("says what it does not have", async () => {
    const aws = await connected();
    const missing = `ou-${(await root(aws)).slice(2)}-00000000`;
    const calls = [
      aws.organizations.send(new org.DescribeAccountCommand({ AccountId: "999999999999" })),
      aws.organizations.send(new org.ListAccountsForParentCommand({ ParentId: missing })),
      aws.organizations.send(new org.DescribeOrganizationalUnitCommand({ OrganizationalUnitId: missing })),
      aws.organizations.send(new org.ListParentsCommand({ ChildId: missing })),
      aws.organizations.send(new org.ListTagsForResourceCommand({ ResourceId: missing })),
      aws.organizations.send(new org.DescribeAccountCommand({ AccountId: "x-999999999999" })),
    ];
    expect(await Promise.all(calls.map(errorName))).toEqual([
      "AccountNotFoundException",
      "ParentNotFoundException",
      "OrganizationalUnitNotFoundException",
      "ChildNotFoundException",
      "TargetNotFoundException",
      "InvalidInputException",
    ]);
  });
});

describe("accounts", () => {
  const describeAccount = async (aws: Clients, AccountId: string) =>
    (await aws.organizations.send(new org.DescribeAccountCommand({ AccountId }))).Account;

  it("carry both Status and State", async () => {
    const aws = await connected({ seed });
    expect(await describeAccount(aws, "222222222221")).toMatchObject({ Status: "ACTIVE", State: "ACTIVE" });
    expect(await describeAccount(aws, "444444444444")).toMatchObject({
      Status: "SUSPENDED",
      State: "SUSPENDED",
    });
  });

  it("are closed after a while", async () => {
    const aws = await connected();
    const close = (AccountId: string) => aws.organizations.send(new org.CloseAccountCommand({ AccountId }));
    await close("333333333332");
    expect(await describeAccount(aws, "333333333332")).toMatchObject({
      Status: "PENDING_CLOSURE",
      State: "PENDING_CLOSURE",
    });
    aws.pass();
    expect(await describeAccount(aws, "333333333332")).toMatchObject({
      Status: "SUSPENDED",
      State: "CLOSED",
    });
    expect(await errorName(close("333333333332"))).toBe("AccountAlreadyClosedException");
    expect(await errorName(close("111111111111"))).toBe("ConstraintViolationException");
  });

  it("move between organizational units", async () => {
    const aws = await connected();
    const rootId = await root(aws);
    const core = must((await unit(aws, rootId, "Core")).Id);
    const platform = must((await unit(aws, rootId, "Platform")).Id);
    const move = (SourceParentId: string, DestinationParentId: string) =>
      aws.organizations.send(
        new org.MoveAccountCommand({ AccountId: "222222222221", SourceParentId, DestinationParentId }),
      );
    expect(await errorName(move(rootId, core))).toBe("SourceParentNotFoundException");
    expect(await errorName(move(core, core))).toBe("DuplicateAccountException");
    await move(core, platform);
    const account = await describeAccount(aws, "222222222221");
    expect(account?.Paths?.[0]).toContain(`/${platform}/222222222221/`);
  });

  it("have tags", async () => {
    const aws = await connected({ seed });
    const ResourceId = "444444444444";
    const list = async () =>
      (await aws.organizations.send(new org.ListTagsForResourceCommand({ ResourceId }))).Tags;
    expect(await list()).toEqual([{ Key: "tier", Value: "0" }]);
    const Tags = [{ Key: "env", Value: "old" }];
    await aws.organizations.send(new org.TagResourceCommand({ ResourceId, Tags }));
    await aws.organizations.send(new org.UntagResourceCommand({ ResourceId, TagKeys: ["tier"] }));
    expect(await list()).toEqual(Tags);
  });
});

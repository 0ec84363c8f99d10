import { ListGroupsCommand } from "@aws-sdk/client-identitystore";
import { ListAccountsCommand } from "@aws-sdk/client-organizations";
import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { type Clients, connected, errorName } from "./support.js";

const groups = Array.from({ length: 205 }, (_, index) => `Group ${index}`);

async function groupPages(aws: Clients, MaxResults?: number) {
  const pages: string[][] = [];
  let NextToken: string | undefined;
  do {
    const input = { IdentityStoreId: aws.IdentityStoreId, MaxResults, NextToken };
    const page = await aws.store.send(new ListGroupsCommand(input));
    pages.push((page.Groups ?? []).map((group) => group.DisplayName ?? ""));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return pages;
}

describe("paging", () => {
  it("gives pages of a hundred and every item once", async () => {
    const aws = await connected({ seed: { ...defaultSeed, groups, users: [] } });
    const pages = await groupPages(aws);
    expect(pages.map((page) => page.length)).toEqual([100, 100, 5]);
    expect(new Set(pages.flat())).toEqual(new Set(groups));
  });

  it("gives smaller pages when asked, and no empty page at the end", async () => {
    const aws = await connected({ seed: { ...defaultSeed, groups: groups.slice(0, 6), users: [] } });
    expect((await groupPages(aws, 3)).map((page) => page.length)).toEqual([3, 3]);
  });

  it("gives pages of twenty in organizations", async () => {
    const accounts = Array.from({ length: 21 }, (_, index) => ({
      id: String(500_000_000_000 + index),
      name: "x",
      ou: "/",
    }));
    const aws = await connected({ seed: { ...defaultSeed, managementAccount: "500000000000", accounts } });
    const first = await aws.organizations.send(new ListAccountsCommand({}));
    expect(first.Accounts).toHaveLength(20);
    const second = await aws.organizations.send(new ListAccountsCommand({ NextToken: first.NextToken }));
    expect(second.Accounts).toHaveLength(1);
    expect(second.NextToken).toBeUndefined();
    const wrong = aws.organizations.send(new ListAccountsCommand({ NextToken: "nonsense" }));
    expect(await errorName(wrong)).toBe("InvalidInputException");
  });

  it("does not skip what is left when something listed is deleted in between", async () => {
    const aws = await connected();
    const { InstanceArn } = aws;
    for (let index = 0; index < 6; index++) await aws.createSet(`Set${index}`);
    const first = await aws.sso.send(new sso.ListPermissionSetsCommand({ InstanceArn, MaxResults: 3 }));
    for (const PermissionSetArn of first.PermissionSets ?? []) {
      await aws.sso.send(new sso.DeletePermissionSetCommand({ InstanceArn, PermissionSetArn }));
    }
    const rest = { InstanceArn, MaxResults: 3, NextToken: first.NextToken };
    const second = await aws.sso.send(new sso.ListPermissionSetsCommand(rest));
    expect(second.PermissionSets).toHaveLength(3);
    expect(second.NextToken).toBeUndefined();
  });

  it("refuses a token that is not its own", async () => {
    const aws = await connected();
    const { InstanceArn } = aws;
    for (let index = 0; index < 2; index++) await aws.createSet(`Set${index}`);
    const first = await aws.sso.send(new sso.ListPermissionSetsCommand({ InstanceArn, MaxResults: 1 }));
    const { NextToken } = first;
    const other = new sso.ListAccountAssignmentCreationStatusCommand({ InstanceArn, NextToken });
    expect(await errorName(aws.sso.send(other))).toBe("ValidationException");
    const nonsense = new sso.ListPermissionSetsCommand({ InstanceArn, NextToken: "bm9uc2Vuc2U" });
    expect(await errorName(aws.sso.send(nonsense))).toBe("ValidationException");
    const own = new sso.ListPermissionSetsCommand({ InstanceArn, NextToken });
    expect(await errorName(aws.sso.send(own))).toBe("none");
  });

  it.each([0, 101])("refuses a page size of %i", async (MaxResults) => {
    const aws = await connected();
    const list = new sso.ListPermissionSetsCommand({ InstanceArn: aws.InstanceArn, MaxResults });
    expect(await errorName(aws.sso.send(list))).toBe("ValidationException");
  });
});

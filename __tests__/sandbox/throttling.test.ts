import { DescribeGroupCommand, ListGroupsCommand } from "@aws-sdk/client-identitystore";
import { DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import { DescribeInstanceCommand, ListPermissionSetsCommand } from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { createThrottle } from "../../src/sandbox/service/throttle.js";
import { connected, errorName } from "./support.js";

function times(count: number, call: () => Promise<unknown>): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => errorName(call())));
}

function throttled(names: readonly string[]): number {
  expect(names.filter((name) => name !== "none" && name !== "ThrottlingException")).toEqual([]);
  return names.filter((name) => name === "ThrottlingException").length;
}

describe("throttling", () => {
  it("counts all of sso-admin together", async () => {
    const aws = await connected({ throttle: true });
    const { InstanceArn } = aws;
    aws.pass(1000);
    const sets = await times(12, () => aws.sso.send(new ListPermissionSetsCommand({ InstanceArn })));
    const instances = await times(12, () => aws.sso.send(new DescribeInstanceCommand({ InstanceArn })));
    expect([throttled(sets), throttled(instances)]).toEqual([0, 4]);
    aws.pass(100);
    expect(throttled(await times(3, () => aws.sso.send(new DescribeInstanceCommand({ InstanceArn }))))).toBe(
      1,
    );
  });

  it("counts each operation of identitystore by itself", async () => {
    const aws = await connected({ throttle: true });
    const { IdentityStoreId } = aws;
    aws.pass(1000);
    const group = { IdentityStoreId, GroupId: aws.groupId("DevOps") };
    const lists = await times(21, () => aws.store.send(new ListGroupsCommand({ IdentityStoreId })));
    const groups = await times(20, () => aws.store.send(new DescribeGroupCommand(group)));
    expect([throttled(lists), throttled(groups)]).toEqual([1, 0]);
  });

  it("leaves organizations alone, and everything when it is switched off", async () => {
    const on = await connected({ throttle: true });
    const described = await times(30, () => on.organizations.send(new DescribeOrganizationCommand({})));
    expect(throttled(described)).toBe(0);
    const off = await connected({ throttle: false });
    const { InstanceArn } = off;
    expect(
      throttled(await times(60, () => off.sso.send(new ListPermissionSetsCommand({ InstanceArn })))),
    ).toBe(0);
  });
});

describe("the token bucket", () => {
  it("lets through a burst of one second, then an even stream", () => {
    const throttle = createThrottle();
    const passed = (now: number, count: number) =>
      Array.from({ length: count }, () => throttle("key", 20, now)).filter(Boolean).length;
    expect(passed(0, 30)).toBe(20);
    expect(passed(49, 5)).toBe(0);
    expect(passed(50, 5)).toBe(1);
    expect(passed(60_000, 50)).toBe(20);
  });
});

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CreateGroupCommand } from "@aws-sdk/client-identitystore";
import * as sso from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { assignmentTo } from "./assignment.js";
import { connected, errorName, temporaryFolder } from "./support.js";

const accounts = Array.from({ length: 20 }, (_, index) => ({
  id: String(500_000_000_000 + index),
  name: `account-${index}`,
  ou: "/Many",
}));
const seed = { ...defaultSeed, accounts: [...defaultSeed.accounts, ...accounts] };

describe("quotas", () => {
  it("allow fifteen outstanding creations of assignments", async () => {
    const aws = await connected({ seed });
    const set = await aws.createSet("Set");
    const create = (index: number) => {
      const input = assignmentTo(aws, set, String(500_000_000_000 + index), "DevOps");
      return errorName(aws.sso.send(new sso.CreateAccountAssignmentCommand(input)));
    };
    const names = await Promise.all(Array.from({ length: 16 }, (_, index) => create(index)));
    expect(names.sort()).toEqual(["ConflictException", ...Array<string>(15).fill("none")]);
    aws.pass(999);
    expect(await create(17)).toBe("ConflictException");
    aws.pass(1);
    expect(await create(17)).toBe("none");
  });

  it("allow a hundred groups for a set in an account", async () => {
    const aws = await connected({ latencyMs: 0 });
    const set = await aws.createSet("Set");
    const { IdentityStoreId } = aws;
    const create = async (index: number) => {
      const group = { IdentityStoreId, DisplayName: `Group ${index}` };
      const { GroupId: PrincipalId } = await aws.store.send(new CreateGroupCommand(group));
      const input = { ...assignmentTo(aws, set, "222222222221", "DevOps"), PrincipalId };
      return errorName(aws.sso.send(new sso.CreateAccountAssignmentCommand(input)));
    };
    const names = [];
    for (let index = 0; index < 101; index++) names.push(await create(index));
    expect(names.slice(0, 100)).toEqual(Array(100).fill("none"));
    expect(names[100]).toBe("ServiceQuotaExceededException");
  });

  it("allow 500 sets in an account and 3,500 in all", async () => {
    const statePath = join(await temporaryFolder(), "state.json");
    const first = await connected({ latencyMs: 0, statePath });
    const arn = await first.createSet("Set");
    const world = JSON.parse(await readFile(statePath, "utf8"));
    const arns = Array.from(
      { length: 3499 },
      // The ids of the sandbox are hexadecimal, so that none of them can be one of these.
      (_, index) => `${arn.slice(0, -5)}z${String(index).padStart(4, "0")}`,
    );
    for (const [index, other] of arns.entries()) {
      world.permissionSets[other] = { ...world.permissionSets[arn], arn: other, name: `Set${index}` };
      if (index < 500) world.assignments[other] = { "222222222221": ["USER:x"] };
    }
    await first.close();
    await writeFile(statePath, JSON.stringify(world));
    const aws = await connected({ latencyMs: 0, statePath });
    expect(await errorName(aws.createSet("OneMore"))).toBe("ServiceQuotaExceededException");
    const assign = (account: string) => {
      const input = assignmentTo(aws, arn, account, "DevOps");
      return errorName(aws.sso.send(new sso.CreateAccountAssignmentCommand(input)));
    };
    expect(await assign("222222222221")).toBe("ServiceQuotaExceededException");
    expect(await assign("222222222222")).toBe("none");
    const { InstanceArn } = aws;
    await aws.sso.send(new sso.DeletePermissionSetCommand({ InstanceArn, PermissionSetArn: arns[600] }));
    expect(await errorName(aws.createSet("OneMore"))).toBe("none");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { explainAwsError } from "../../src/directory/aws-problem.js";
import type { Directory } from "../../src/directory/directory.js";
import { readCaller } from "../../src/directory/read-caller.js";
import { readDirectory } from "../../src/directory/read-directory.js";
import { formatSnapshot, parseSnapshot } from "../../src/directory/snapshot.js";
import type { SeedAccount } from "../../src/sandbox/seed.js";
import { useSandbox } from "./sandbox.js";
import { startStub } from "./stub-aws.js";

const region = "us-east-1";
const groups = Array.from({ length: 230 }, (_, i) => `group ${i}`);
const users = Array.from({ length: 105 }, (_, i) => ({ userName: `u${i}@example.com`, groups: [] }));
/** A page of Organizations holds 20. */
const crowd: readonly SeedAccount[] = Array.from({ length: 25 }, (_, i) => ({
  id: String(500_000_000_000 + i),
  name: `crowd-${i}`,
  ou: "/Platform/Dev/Crowd",
}));

const sandbox = useSandbox({
  managementAccount: "111111111111",
  region,
  accounts: [
    { id: "111111111111", name: "core-root", ou: "/" },
    { id: "333333333333", name: "plat-dev", ou: "/Platform/Dev", tags: { team: "r-d", Env: "dev" } },
    { id: "222222222222", name: "r-and-d", ou: "/Core" },
    { id: "444444444444", name: "closed", ou: "/Platform", status: "SUSPENDED" },
    ...crowd,
  ],
  groups: [...groups, "DevOps", "devops"],
  users,
});

const told: string[] = [];
let directory: Directory;
let count: (operation: string) => number;

// Reading takes two seconds at 20 requests a second, so most tests look at one reading.
beforeAll(async () => {
  await sandbox.forget();
  directory = await readDirectory(sandbox.clients(), { region, tags: true }, (text) => told.push(text));
  count = await sandbox.counts();
});

describe("readDirectory", () => {
  it("reads instance, accounts, groups and users, all pages of them", () => {
    expect(directory.managementAccountId).toBe("111111111111");
    expect(directory.instance).toMatchObject({ ownerAccountId: "111111111111", region });
    expect(directory.instance.arn).toMatch(/^arn:aws:sso:::instance\/ssoins-/);
    expect(directory.accounts.map((a) => a.id)).toEqual([
      "111111111111",
      "222222222222",
      "333333333333",
      "444444444444",
      ...crowd.map((a) => a.id),
    ]);
    expect(new Set(directory.groups.map((g) => g.displayName))).toEqual(
      new Set([...groups, "DevOps", "devops"]),
    );
    expect(directory.groups).toHaveLength(232);
    expect(directory.groups.every((g) => g.scim && g.id !== "")).toBe(true);
    expect(directory.users).toHaveLength(105);
    expect(count("identitystore.ListGroups")).toBe(3);
    expect(count("identitystore.ListUsers")).toBe(2);
  });

  it("knows where accounts are, what state they are in, and their tags", () => {
    const { accounts } = directory;
    const byName = new Map(accounts.map((a) => [a.name, a]));
    expect(byName.get("core-root")).toMatchObject({ ou: "/", status: "ACTIVE", tags: {} });
    expect(byName.get("core-root")?.ouIds).toEqual([expect.stringMatching(/^r-/)]);
    expect(byName.get("plat-dev")).toMatchObject({ ou: "/Platform/Dev", tags: { team: "r-d", Env: "dev" } });
    const [root, platform, dev] = byName.get("plat-dev")?.ouIds ?? [];
    expect([root, platform]).toEqual(byName.get("closed")?.ouIds);
    expect(byName.get("crowd-0")?.ouIds.slice(0, 3)).toEqual([root, platform, dev]);
    expect(byName.get("closed")?.status).toBe("SUSPENDED");
  });

  it("does not take an account for the root because its name holds r-", () => {
    const { accounts } = directory;
    expect(accounts.find((a) => a.name === "r-and-d")).toMatchObject({ id: "222222222222", ou: "/Core" });
  });

  it("walks with two calls per OU, and one more for a page that ends", () => {
    // The root and Core, Platform, Dev, Crowd; Crowd has 25 accounts.
    expect(count("organizations.ListOrganizationalUnitsForParent")).toBe(5);
    expect(count("organizations.ListAccountsForParent")).toBe(6);
    expect(count("organizations.ListTagsForResource")).toBe(29);
  });

  it("gives a snapshot that reads back as the same directory", () => {
    const parsed = parseSnapshot(formatSnapshot(directory), "directory.json");
    expect(parsed).toEqual({ directory, diagnostics: [] });
  });

  it("tells how far it is", () => {
    expect(told).toEqual(
      expect.arrayContaining(["29 accounts", "232 groups", "105 users", "tags of 29 of 29 accounts"]),
    );
  });

  it("bears conflicts and errors of AWS", async () => {
    await sandbox.fail("organizations.ListRoots", "ServiceException", 2);
    await sandbox.fail("identitystore.ListGroups", "ConflictException", 1);
    await sandbox.forget();
    const again = await readDirectory(sandbox.clients(), { region, tags: true });
    expect(again).toEqual(directory);
    const counts = await sandbox.counts();
    expect(counts("identitystore.ListGroups")).toBe(4);
    expect(counts("organizations.ListRoots")).toBe(3);
  });

  it("makes no call for tags when they do not matter", async () => {
    await sandbox.forget();
    const untagged = await readDirectory(sandbox.clients(), { region, tags: false });
    expect(untagged.accounts.map(({ tags, ...account }) => [account, tags])).toEqual(
      directory.accounts.map(({ tags: _tags, ...account }) => [account, {}]),
    );
    const counts = await sandbox.counts();
    expect(counts("organizations.ListTagsForResource")).toBe(0);
    expect(counts("organizations.ListRoots")).toBe(1);
  });

  it("says that Identity Center is not enabled in the region, and where else to look", async () => {
    const failed = readDirectory(sandbox.clients("eu-north-1"), { region: "eu-north-1", tags: true });
    const problem = explainAwsError(await failed.catch((e: unknown) => e), { region: "eu-north-1" });
    expect(problem.code).toBe("IDC505");
    expect(problem.message).toContain("not enabled in eu-north-1");
    expect(problem.hint).toMatch(/us-east-1.*management account/);
  });

  it("never takes a member account's own instance for the organization's", async () => {
    const stub = await startStub(({ operation }) =>
      operation === "DescribeOrganization"
        ? { body: { Organization: { MasterAccountId: "111111111111" } } }
        : {
            body: {
              Instances: [
                {
                  InstanceArn: "arn:aws:sso:::instance/ssoins-2",
                  IdentityStoreId: "d-2",
                  OwnerAccountId: "222222222222",
                },
              ],
            },
          },
    );
    const error = await readDirectory(stub.clients, { region, tags: true }).catch((e: unknown) => e);
    await stub.close();
    expect(explainAwsError(error, { region })).toMatchObject({
      code: "IDC505",
      message: expect.stringContaining("only an account instance"),
    });
  });
});

describe("readCaller", () => {
  it("says whose credentials are in use", async () => {
    const caller = await readCaller(sandbox.clients());
    expect(caller.accountId).toBe("111111111111");
    expect(caller.arn).toMatch(/^arn:aws:iam::111111111111:/);
  });
});

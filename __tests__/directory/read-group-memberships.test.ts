import { describe, expect, it, onTestFinished } from "vitest";
import { readDirectory } from "../../src/directory/read-directory.js";
import { readGroupMemberships } from "../../src/directory/read-group-memberships.js";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { useSandbox } from "./sandbox.js";
import { startStub } from "./stub-aws.js";

const sandbox = useSandbox({
  ...defaultSeed,
  users: [
    { userName: "jane", groups: ["DevOps", "Managers"] },
    { userName: "joe", groups: ["DevOps"] },
  ],
});

describe("readGroupMemberships", () => {
  it("reads the groups of one user", async () => {
    const clients = sandbox.clients();
    const { instance, groups, users } = await readDirectory(clients, { region: "us-east-1", tags: false });
    const jane = users.find((u) => u.userName === "jane")?.id ?? "";
    const ids = await readGroupMemberships(clients, instance.identityStoreId, jane);
    const names = groups.filter((g) => ids.includes(g.id)).map((g) => g.displayName);
    expect(names).toEqual(["DevOps", "Managers"]);
    expect(ids).toHaveLength(2);
  });

  it("reads every page", async () => {
    const pages = [
      { GroupMemberships: [{ GroupId: "g-1" }, {}], NextToken: "more" },
      { GroupMemberships: [{ GroupId: "g-2" }] },
    ];
    const stub = await startStub((_request, index) => ({ body: pages[index] ?? {} }));
    onTestFinished(() => stub.close());
    expect(await readGroupMemberships(stub.clients, "d-1", "u-1")).toEqual(["g-1", "g-2"]);
  });
});

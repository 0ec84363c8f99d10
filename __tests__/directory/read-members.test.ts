import { describe, expect, it, onTestFinished } from "vitest";
import { readDirectory } from "../../src/directory/read-directory.js";
import { readMembers } from "../../src/directory/read-members.js";
import { accessSeed } from "./access-world.js";
import { useSandbox } from "./sandbox.js";
import { startStub, stubError } from "./stub-aws.js";

const sandbox = useSandbox({
  ...accessSeed,
  users: [
    { userName: "jane", groups: ["Devs"] },
    { userName: "joe", groups: ["Devs"] },
  ],
});

describe("readMembers", () => {
  it("counts the members of each group once, and leaves out a group that is gone", async () => {
    const clients = sandbox.clients();
    const { instance, groups } = await readDirectory(clients, { region: "us-east-1", tags: false });
    const [devs = "", ops = ""] = groups.map((g) => g.id);
    const gone = ops.replace(/.{12}$/, "0".repeat(12));
    const members = await readMembers(clients, instance.identityStoreId, [devs, ops, devs, gone]);
    expect([...members]).toEqual([
      [devs, 2],
      [ops, 0],
    ]);
    expect((await sandbox.counts())("identitystore.ListGroupMemberships")).toBe(3);
  });

  it("counts every page, and throws what else goes wrong", async () => {
    const page = { GroupMemberships: [{ GroupId: "g" }, { GroupId: "g" }] };
    const answers = [{ body: { ...page, NextToken: "more" } }, { body: page }];
    const stub = await startStub((_request, index) => answers[index] ?? stubError("AccessDeniedException"));
    onTestFinished(() => stub.close());
    expect([...(await readMembers(stub.clients, "d-1", ["g"]))]).toEqual([["g", 4]]);
    await expect(readMembers(stub.clients, "d-1", ["g"])).rejects.toThrow();
  });
});

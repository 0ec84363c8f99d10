import { describe, expect, it, onTestFinished } from "vitest";
import { readDirectory } from "../../src/directory/read-directory.js";
import { readGroupDetails } from "../../src/directory/read-group-details.js";
import { accessSeed } from "./access-world.js";
import { useSandbox } from "./sandbox.js";
import { startStub, stubError } from "./stub-aws.js";

const sandbox = useSandbox(accessSeed);

describe("readGroupDetails", () => {
  it("reads each group once, and leaves out one that is gone", async () => {
    const clients = sandbox.clients();
    const { instance, groups } = await readDirectory(clients, { region: "us-east-1", tags: false });
    const [devs = "", ops = ""] = groups.map((g) => g.id);
    const gone = ops.replace(/.{12}$/, "0".repeat(12));
    const details = await readGroupDetails(clients, instance.identityStoreId, [devs, devs, gone]);
    const scim = { issuer: `https://scim.aws.com/${instance.identityStoreId}`, id: expect.any(String) };
    expect([...details]).toEqual([
      [devs, { id: devs, displayName: "Devs", description: null, externalIds: [scim] }],
    ]);
    expect((await sandbox.counts())("identitystore.DescribeGroup")).toBe(2);
  });

  it("reads what an identity provider wrote, and throws what else goes wrong", async () => {
    const ExternalIds = [{ Issuer: "https://scim.aws.com/x", Id: "1" }];
    const body = { GroupId: "g", DisplayName: "Devs", Description: "all of them", ExternalIds };
    const answers = [{ body }];
    const stub = await startStub((_request, index) => answers[index] ?? stubError("AccessDeniedException"));
    onTestFinished(() => stub.close());
    const details = await readGroupDetails(stub.clients, "d-1", ["g"]);
    expect(details.get("g")).toEqual({
      id: "g",
      displayName: "Devs",
      description: "all of them",
      externalIds: [{ issuer: "https://scim.aws.com/x", id: "1" }],
    });
    await expect(readGroupDetails(stub.clients, "d-1", ["g"])).rejects.toThrow();
  });
});

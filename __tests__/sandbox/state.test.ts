import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { ListGroupsCommand } from "@aws-sdk/client-identitystore";
import { DescribePermissionSetCommand } from "@aws-sdk/client-sso-admin";
import { describe, expect, it, onTestFinished } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { startSandbox } from "../../src/sandbox/server.js";
import { connect, connected, sandbox, temporaryFolder } from "./support.js";

describe("the state file", () => {
  it("has a change before its answer, and a later sandbox sees it", async () => {
    const statePath = join(await temporaryFolder(), "deep", "state.json");
    const first = await connected({ statePath });
    const PermissionSetArn = await first.createSet("Kept");
    expect(await readFile(statePath, "utf8")).toContain(PermissionSetArn);
    await first.close();
    const second = await connected({ statePath, seed: { ...defaultSeed, groups: ["Other"], users: [] } });
    expect(second.InstanceArn).toBe(first.InstanceArn);
    expect(second.groupId("DevOps")).toBe(first.groupId("DevOps"));
    const { InstanceArn } = second;
    const found = await second.sso.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }));
    expect(found.PermissionSet?.Name).toBe("Kept");
  });

  it("has every one of many changes made at once, and no file but it and its lock stays", async () => {
    const folder = await temporaryFolder();
    const aws = await connected({ statePath: join(folder, "state.json") });
    const arns = await Promise.all(Array.from({ length: 40 }, (_, index) => aws.createSet(`Set${index}`)));
    const text = await readFile(join(folder, "state.json"), "utf8");
    expect(Object.keys(JSON.parse(text).permissionSets).sort()).toEqual(arns.sort());
    expect(await readdir(folder)).toEqual(["state.json", "state.json.lock"]);
  });

  it.each([
    ["{", "is not JSON"],
    ["null", "is not of version 1"],
    ['{"version":2}', "is not of version 1"],
    ['{"version":1,"instance":{}}', "is damaged (no organization, groups"],
  ])("that holds %s is refused in clear words", async (text, message) => {
    const statePath = join(await temporaryFolder(), "state.json");
    await writeFile(statePath, text);
    const started = startSandbox({ statePath });
    await expect(started).rejects.toThrow(message);
    await expect(started).rejects.toThrow(statePath);
    expect(await readFile(statePath, "utf8")).toBe(text);
  });

  it("that is a folder is refused in clear words", async () => {
    const statePath = await temporaryFolder();
    await expect(startSandbox({ statePath })).rejects.toThrow(`cannot read the sandbox state ${statePath}`);
  });
});

describe("the server", () => {
  it("says what to do when its port is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve());
    });
    onTestFinished(() => {
      other.close();
    });
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const started = startSandbox({ statePath: null, port });
    await expect(started).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
  });

  it("closes at once though clients keep their connections and a request hangs", async () => {
    const started = await sandbox();
    const aws = await connect(started);
    const fault = JSON.stringify({ operation: "ListGroups", delayMs: 60_000 });
    await fetch(`${started.url}/_sandbox/faults`, { method: "POST", body: fault });
    const hanging = aws.store.send(new ListGroupsCommand({ IdentityStoreId: aws.IdentityStoreId }));
    const outcome = hanging.then(
      () => "answered",
      () => "ended",
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = performance.now();
    await started.close();
    expect(performance.now() - before).toBeLessThan(2000);
    expect(await outcome).toBe("ended");
    await expect(fetch(started.url)).rejects.toThrow();
  });
});

import { ListGroupsCommand } from "@aws-sdk/client-identitystore";
import { DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import { ListInstancesCommand } from "@aws-sdk/client-sso-admin";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createClients } from "../../src/directory/clients.js";
import { failedCallOf } from "../../src/directory/failed-call.js";
import { type StubAnswer, type StubAws, startStub, stubError, throwAway } from "./stub-aws.js";

let stub: StubAws | undefined;

async function start(...answers: readonly StubAnswer[]): Promise<StubAws> {
  stub = await startStub((_request, index) => answers[index] ?? { body: { Instances: [] } });
  return stub;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await stub?.close();
  stub = undefined;
});

describe("createClients", () => {
  it.each([
    ["ConflictException", 400],
    ["ThrottlingException", 400],
    ["TooManyRequestsException", 400],
    ["InternalServerException", 500],
    ["ServiceUnavailable", 503],
  ])("tries again after %s", async (type, status) => {
    const { clients, requests } = await start(stubError(type, "", status));
    await clients.ssoAdmin.send(new ListInstancesCommand({}));
    expect(requests).toHaveLength(2);
  });

  it("gives up at once when trying again cannot help, and knows which call it was", async () => {
    const { clients, requests } = await start(stubError("AccessDeniedException", "no"));
    const error = await clients.ssoAdmin.send(new ListInstancesCommand({})).catch((e: unknown) => e);
    expect((error as Error).name).toBe("AccessDeniedException");
    expect(failedCallOf(error)).toEqual({ service: "sso", operation: "ListInstances" });
    expect(requests).toHaveLength(1);
  });

  it("counts every request by service and operation, retries and failures included", async () => {
    const { clients } = await start(
      stubError("ThrottlingException"),
      { body: {} },
      stubError("AccessDenied"),
    );
    expect(clients.calls()).toEqual(new Map());
    await clients.ssoAdmin.send(new ListInstancesCommand({}));
    const before = clients.calls();
    await clients.identityStore.send(new ListGroupsCommand({ IdentityStoreId: "d-1" })).catch(() => {});
    expect(before).toEqual(new Map([["sso.ListInstances", 2]]));
    expect(clients.calls()).toEqual(new Map([...before, ["identitystore.ListGroups", 1]]));
  });

  it("gives up after 8 attempts", async () => {
    const conflict = stubError("ConflictException", "still");
    const { clients, requests } = await start(...Array.from({ length: 20 }, () => conflict));
    await expect(clients.ssoAdmin.send(new ListInstancesCommand({}))).rejects.toThrow("still");
    expect(requests).toHaveLength(8);
  });

  it("sends at most 20 requests a second and 5 at once, over all services together", async () => {
    const { clients, requests } = await start();
    await Promise.all(
      Array.from({ length: 15 }, () => [
        clients.ssoAdmin.send(new ListInstancesCommand({})),
        clients.identityStore.send(new ListGroupsCommand({ IdentityStoreId: "d-1234567890" })),
        clients.organizations.send(new DescribeOrganizationCommand({})),
      ]).flat(),
    );
    const times = requests.map((r) => r.at - (requests[0]?.at ?? 0));
    expect(times).toHaveLength(45);
    // 5 at once, then 40 in steps of 50 ms; sleeping may be late but never early.
    expect(times.at(-1)).toBeGreaterThan(1_900);
    expect(times.filter((at) => at < 1_000).length).toBeLessThanOrEqual(26);
  });

  it("makes retries wait for the same tokens", async () => {
    const conflict = stubError("ConflictException");
    const { clients, requests } = await start(...Array.from({ length: 10 }, () => conflict));
    const calls = Array.from({ length: 10 }, () => clients.ssoAdmin.send(new ListInstancesCommand({})));
    await Promise.all(calls);
    const times = requests.map((r) => r.at - (requests[0]?.at ?? 0));
    expect(times).toHaveLength(20);
    expect(times.at(-1)).toBeGreaterThan(700);
  });

  it("goes to AWS_ENDPOINT_URL when no endpoint is given, and says who we are", async () => {
    const { url, requests } = await start();
    vi.stubEnv("AWS_ENDPOINT_URL", url);
    const clients = createClients({ region: "eu-west-1", credentials: throwAway });
    await clients.ssoAdmin.send(new ListInstancesCommand({}));
    clients.close();
    expect(requests[0]?.headers["user-agent"]).toContain("aws-sso-as-code");
    expect(requests[0]?.headers.authorization).toContain("/eu-west-1/sso/");
  });
});

import { DescribeOrganizationCommand, ListTagsForResourceCommand } from "@aws-sdk/client-organizations";
import { ListPermissionSetsCommand, TagResourceCommand } from "@aws-sdk/client-sso-admin";
import { describe, expect, it } from "vitest";
import { type Clients, connected, errorName } from "./support.js";

async function control(aws: Clients, method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${aws.url}/_sandbox/${path}`, init);
  return { status: response.status, body: await response.json() };
}

function list(aws: Clients): Promise<string> {
  return errorName(aws.sso.send(new ListPermissionSetsCommand({ InstanceArn: aws.InstanceArn })));
}

describe("faults on request", () => {
  it("hit the next requests of the operation and no others", async () => {
    const aws = await connected();
    await control(aws, "POST", "faults", {
      operation: "ListPermissionSets",
      count: 2,
      code: "ConflictException",
    });
    expect(await errorName(aws.organizations.send(new DescribeOrganizationCommand({})))).toBe("none");
    expect([await list(aws), await list(aws), await list(aws)]).toEqual([
      "ConflictException",
      "ConflictException",
      "none",
    ]);
  });

  it("tell services apart, and carry a message", async () => {
    const aws = await connected();
    const fault = {
      operation: "organizations.ListTagsForResource",
      code: "ServiceException",
      message: "gone",
    };
    await control(aws, "POST", "faults", fault);
    const listed = aws.organizations.send(new ListTagsForResourceCommand({ ResourceId: "111111111111" }));
    await expect(listed).rejects.toMatchObject({
      name: "ServiceException",
      message: "gone",
      $metadata: { httpStatusCode: 500 },
    });
  });

  it("only delay when there is no code, and leave nothing done when there is one", async () => {
    const aws = await connected();
    await control(aws, "POST", "faults", { operation: "*", code: null, delayMs: 80 });
    const before = performance.now();
    expect(await list(aws)).toBe("none");
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    await control(aws, "POST", "faults", {
      operation: "CreatePermissionSet",
      code: "InternalServerException",
    });
    expect(await errorName(aws.createSet("Set"))).toBe("InternalServerException");
    expect(await errorName(aws.createSet("Set"))).toBe("none");
  });

  it("are listed and forgotten", async () => {
    const aws = await connected();
    await control(aws, "POST", "faults", { operation: "*", count: 9, code: "ThrottlingException" });
    const listed = await control(aws, "GET", "faults");
    expect(listed.body).toMatchObject({ version: 1, faults: [{ operation: "*", count: 9 }] });
    expect((await control(aws, "DELETE", "faults")).body).toEqual({ version: 1, faults: [] });
    expect(await list(aws)).toBe("none");
  });

  it.each([
    {},
    { operation: "" },
    { operation: "x", count: 0 },
    { operation: "x", code: 7 },
    { operation: "x", code: "a b" },
    { operation: "x", delayMs: -1 },
    { operation: "x", message: 1 },
    null,
  ])("are refused when they are %j", async (fault) => {
    const answer = await control(await connected(), "POST", "faults", fault);
    expect(answer).toMatchObject({ status: 400, body: { message: expect.any(String) } });
  });
});

describe("the count of requests", () => {
  it("is kept by operation, failed ones too, and can start anew", async () => {
    const aws = await connected();
    await list(aws);
    const ResourceArn = aws.InstanceArn.replace(/.{4}$/, "zzzz");
    await errorName(aws.sso.send(new TagResourceCommand({ ResourceArn, Tags: [] })));
    const { body } = await control(aws, "GET", "requests");
    expect(body).toEqual({
      version: 1,
      total: 5,
      requests: {
        "identitystore.ListGroups": 1,
        "identitystore.ListUsers": 1,
        "sso-admin.ListInstances": 1,
        "sso-admin.ListPermissionSets": 1,
        "sso-admin.TagResource": 1,
      },
    });
    expect((await control(aws, "DELETE", "requests")).body).toEqual({ version: 1, total: 0, requests: {} });
  });

  it("is not found under another path", async () => {
    expect((await control(await connected(), "GET", "state")).status).toBe(404);
  });
});

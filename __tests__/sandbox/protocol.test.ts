import { request } from "node:http";
import { IdentitystoreClient, ListGroupsCommand } from "@aws-sdk/client-identitystore";
import { ListInstancesCommand, SSOAdminClient } from "@aws-sdk/client-sso-admin";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { defaultSeed } from "../../src/sandbox/default-seed.js";
import { clientOptions, connected, errorName, sandbox } from "./support.js";

const json = "application/x-amz-json-1.1";
const authorization =
  "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sso/aws4_request, SignedHeaders=host, Signature=0";

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends exactly these headers, beside those HTTP itself needs. */
function send(url: string, raw: Raw): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { method: raw.method ?? "POST", path: raw.path ?? "/", headers: raw.headers ?? {} };
    const sent = request(url, options, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    sent.end(raw.body);
  });
}

function call(
  url: string,
  target: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
) {
  const all = { "content-type": json, "x-amz-target": target, authorization, ...headers };
  return send(url, { body, headers: all });
}

describe("the JSON protocol", () => {
  it.each([
    ["an unknown operation", "SWBExternalService.ListApplications", "{}", "UnknownOperationException"],
    ["a property of every object", "SWBExternalService.constructor", "{}", "UnknownOperationException"],
    ["an unknown service", "DynamoDB_20120810.ListTables", "{}", "UnknownOperationException"],
    ["a target without operation", "SWBExternalService", "{}", "UnknownOperationException"],
    ["text that is not JSON", "SWBExternalService.ListInstances", "{", "SerializationException"],
    ["a list", "SWBExternalService.ListInstances", "[]", "SerializationException"],
    ["a wrong type", "SWBExternalService.ListInstances", '{"MaxResults":"1"}', "SerializationException"],
    ["bytes that are not text", "SWBExternalService.ListInstances", "\u0000\u0001", "SerializationException"],
  ])("answers %s with 400 and its name", async (_what, target, body, name) => {
    const { url } = await sandbox();
    const answer = await call(url, target, body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ __type: name });
  });

  it("takes an empty body for no members", async () => {
    const { url } = await sandbox();
    expect((await call(url, "SWBExternalService.ListInstances", "")).status).toBe(200);
  });

  it("wants its own content type and a signature", async () => {
    const { url } = await sandbox();
    const target = "SWBExternalService.ListInstances";
    const plain = await call(url, target, "{}", { "content-type": "text/plain" });
    expect(plain).toMatchObject({ status: 400, body: expect.stringContaining("UnknownOperationException") });
    const unsigned = await call(url, target, "{}", { authorization: "Bearer x" });
    expect(unsigned.body).toContain("MissingAuthenticationTokenException");
  });

  it("sends times as seconds since 1970", async () => {
    const { url } = await sandbox();
    const { body } = await call(url, "SWBExternalService.ListInstances", "{}");
    expect(JSON.parse(body).Instances[0].CreatedDate).toBe(Date.UTC(2026, 0, 1) / 1000);
  });

  it("refuses a body over one mebibyte and goes on serving", async () => {
    const { url } = await sandbox();
    const target = "SWBExternalService.ListInstances";
    expect((await call(url, target, Buffer.alloc(1024 * 1024 + 1, "x"))).status).toBe(413);
    expect((await call(url, target, "{}")).status).toBe(200);
  });

  it("answers nothing under other paths and methods", async () => {
    const { url } = await sandbox();
    expect((await send(url, { method: "GET" })).status).toBe(404);
    expect((await send(url, { path: "/x", body: "{}" })).status).toBe(404);
  });

  it("does not answer web pages, directly or by a name of their own", async () => {
    const { url } = await sandbox();
    const target = "SWBExternalService.ListInstances";
    expect((await call(url, target, "{}", { origin: "https://evil.example" })).status).toBe(403);
    expect((await call(url, target, "{}", { host: "evil.example" })).status).toBe(403);
    const faults = { path: "/_sandbox/faults", body: '{"operation":"*"}', headers: { origin: "null" } };
    expect((await send(url, faults)).status).toBe(403);
  });
});

describe("the query protocol", () => {
  const form = "application/x-www-form-urlencoded";
  const post = (url: string, body: string, headers: Readonly<Record<string, string>> = { authorization }) =>
    send(url, { body, headers: { "content-type": form, ...headers } });

  it("says who calls: a user of the management account", async () => {
    const aws = await connected();
    const identity = await aws.sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: "111111111111",
      Arn: "arn:aws:iam::111111111111:user/sandbox",
    });
  });

  it.each([
    ["jane@example.com", "jane@example.com"],
    ["a,b/c%", "a%2Cb%2Fc%25"],
  ])("takes a key of set and user for a session of %s", async (userName, written) => {
    const { url } = await sandbox({
      seed: { ...defaultSeed, users: [{ userName, groups: [] }] },
    });
    const credentials = { accessKeyId: `Power_User:${written}`, secretAccessKey: "any" };
    const sts = new STSClient({ ...clientOptions(url), credentials });
    const { Account, Arn, UserId } = await sts.send(new GetCallerIdentityCommand({}));
    const role = "AWSReservedSSO_Power_User_161eedb83ba601f6";
    expect({ Account, Arn, UserId }).toEqual({
      Account: "111111111111",
      Arn: `arn:aws:sts::111111111111:assumed-role/${role}/${userName}`,
      UserId: `AROASANDBOXSANDBOXSA:${userName}`,
    });
  });

  it.each(["Admin:nobody", "Admin:%"])(
    "has no session %s of a user that does not exist",
    async (accessKeyId) => {
      const { url } = await sandbox();
      const credentials = { accessKeyId, secretAccessKey: "any" };
      const sts = new STSClient({ ...clientOptions(url), credentials });
      expect(await errorName(sts.send(new GetCallerIdentityCommand({})))).toBe("InvalidClientTokenId");
    },
  );

  it.each(["Action=ListUsers&Version=2010-05-08", "Action=AssumeRole&Version=2011-06-15"])(
    "answers the unknown operation of %s with an error",
    async (body) => {
      const { url } = await sandbox();
      const answer = await post(url, body);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain("<Code>UnknownOperationException</Code>");
    },
  );

  it("answers an unknown version and a missing signature with an error", async () => {
    const { url } = await sandbox();
    const known = "Action=GetCallerIdentity&Version=2011-06-15";
    expect((await post(url, "Action=%3CX%3E&Version=1")).body).toContain("operation &lt;X&gt; of version 1");
    expect((await post(url, known, {})).body).toContain("<Code>MissingAuthenticationToken</Code>");
    expect((await post(url, known)).status).toBe(200);
  });
});

describe("regions", () => {
  it("has its instance in the seed's region only", async () => {
    const { url } = await sandbox();
    const aws = await connected();
    const elsewhere = new SSOAdminClient(clientOptions(url, "eu-west-1"));
    expect((await elsewhere.send(new ListInstancesCommand({}))).Instances).toEqual([]);
    const store = new IdentitystoreClient(clientOptions(aws.url, "eu-west-1"));
    const { IdentityStoreId } = aws;
    expect(await errorName(store.send(new ListGroupsCommand({ IdentityStoreId })))).toBe(
      "ResourceNotFoundException",
    );
    const sts = new STSClient(clientOptions(url, "eu-west-1"));
    expect(await errorName(sts.send(new GetCallerIdentityCommand({})))).toBe("none");
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AwsProblem, explainAwsError } from "../../src/directory/aws-problem.js";
import { type ClientOptions, createClients } from "../../src/directory/clients.js";
import { throwAway } from "./stub-aws.js";

const region = "us-east-1";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "identity-aws-"));
  for (const name of Object.keys(process.env).filter((key) => key.startsWith("AWS_"))) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("HOME", folder);
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function problemOf(options: Partial<ClientOptions>): Promise<AwsProblem> {
  const clients = createClients({ region, endpoint: "http://127.0.0.1:9", ...options });
  const error = await clients.sts.send(new GetCallerIdentityCommand({})).catch((e: unknown) => e);
  clients.close();
  return explainAwsError(error, { region, ...options });
}

describe("explainAwsError, by what is wrong with this machine", () => {
  it("no credentials anywhere", async () => {
    expect(await problemOf({})).toMatchObject({
      code: "IDC501",
      message: "no usable AWS credentials were found",
      hint: expect.stringContaining("AWS_PROFILE"),
    });
  });

  it("a profile that does not exist", async () => {
    vi.stubEnv("AWS_PROFILE", "no-such");
    expect(await problemOf({})).toMatchObject({ code: "IDC501" });
  });

  it("a profile whose single sign-on has ended", async () => {
    vi.stubEnv("AWS_PROFILE", "acme");
    await writeFile(
      join(folder, "config"),
      [
        "[profile acme]",
        "sso_session = acme",
        "sso_account_id = 111111111111",
        "sso_role_name = Plan",
        "[sso-session acme]",
        "sso_start_url = https://acme.awsapps.com/start",
        "sso_region = us-east-1",
      ].join("\n"),
    );
    expect(await problemOf({})).toMatchObject({
      code: "IDC502",
      hint: expect.stringContaining("aws sso login --profile acme"),
    });
  });

  it("a credential process that fails, without what it printed", async () => {
    vi.stubEnv("AWS_PROFILE", "process");
    await writeFile(
      join(folder, "config"),
      "[profile process]\ncredential_process = sh -c 'echo hunter2 >&2; exit 1'\n",
    );
    const problem = await problemOf({});
    expect(problem.code).toBe("IDC501");
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  });

  it("an endpoint where nothing listens", async () => {
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    const problem = await problemOf({ endpoint, credentials: throwAway });
    expect(problem.code).toBe("IDC506");
    expect(problem.message).toBe(`cannot reach ${endpoint}: nothing listens there`);
    expect(problem.hint).toContain("AWS_ENDPOINT_URL");
  });

  it("an endpoint from the environment that no name server knows", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://jane:hunter2@nowhere.invalid");
    const clients = createClients({ region, credentials: throwAway });
    const error = await clients.sts.send(new GetCallerIdentityCommand({})).catch((e: unknown) => e);
    clients.close();
    const problem = explainAwsError(error, { region });
    expect(problem.code).toBe("IDC506");
    expect(problem.message).toMatch(/^cannot reach nowhere\.invalid: /);
    expect(problem.hint).toContain("check AWS_ENDPOINT_URL");
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  });

  it.each(["", "us east 1"])("a region %j that is no region", async (wrong) => {
    const error = await callFrom(wrong).catch((e: unknown) => e);
    expect(explainAwsError(error, { region: wrong })).toMatchObject({
      code: "IDC505",
      message: `"${wrong}" is not a region`,
    });
  });
});

/** The SDK refuses some regions when a client is made, others when it is used. */
async function callFrom(region: string): Promise<void> {
  const clients = createClients({ region, credentials: throwAway });
  await clients.sts.send(new GetCallerIdentityCommand({})).finally(clients.close);
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

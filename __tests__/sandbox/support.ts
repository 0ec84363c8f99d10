import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IdentitystoreClient, ListGroupsCommand, ListUsersCommand } from "@aws-sdk/client-identitystore";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { CreatePermissionSetCommand, ListInstancesCommand, SSOAdminClient } from "@aws-sdk/client-sso-admin";
import { STSClient } from "@aws-sdk/client-sts";
import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/server.js";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** The options of an SDK client that talks to a sandbox and never retries. */
export function clientOptions(url: string, region = "us-east-1") {
  return { endpoint: url, region, credentials, maxAttempts: 1 };
}

/** A sandbox whose clock stands still until `pass` moves it on. */
export interface TimedSandbox extends Sandbox {
  /** Lets time pass: without an argument, the latency of an asynchronous request. */
  pass(ms?: number): void;
}

const latencyMs = 1000;

/** A sandbox in memory, without throttling unless asked for, closed at the end of the test. */
export async function sandbox(options: Partial<SandboxOptions> = {}): Promise<TimedSandbox> {
  let now = Date.UTC(2026, 0, 1);
  const all = { statePath: null, throttle: false, latencyMs, ...options };
  const started = await startSandbox(all, () => now);
  onTestFinished(() => started.close());
  const pass = (ms = latencyMs): void => {
    now += ms;
  };
  return { ...started, pass };
}

/** SDK clients for a running sandbox, with the ids of its instance. */
export async function connect({ url, pass, close }: TimedSandbox) {
  const options = clientOptions(url);
  const sso = new SSOAdminClient(options);
  const store = new IdentitystoreClient(options);
  const { Instances } = await sso.send(new ListInstancesCommand({}));
  const InstanceArn = must(Instances?.[0]?.InstanceArn);
  const IdentityStoreId = must(Instances?.[0]?.IdentityStoreId);
  const groups = await store.send(new ListGroupsCommand({ IdentityStoreId }));
  const users = await store.send(new ListUsersCommand({ IdentityStoreId }));
  return {
    url,
    pass,
    close,
    sso,
    store,
    organizations: new OrganizationsClient(options),
    sts: new STSClient(options),
    InstanceArn,
    IdentityStoreId,
    groupId: (name: string) => must(groups.Groups?.find((group) => group.DisplayName === name)?.GroupId),
    userId: (name: string) => must(users.Users?.find((user) => user.UserName === name)?.UserId),
    createSet: async (Name: string) => {
      const { PermissionSet } = await sso.send(new CreatePermissionSetCommand({ InstanceArn, Name }));
      return must(PermissionSet?.PermissionSetArn);
    },
  };
}

export type Clients = Awaited<ReturnType<typeof connect>>;

/** A fresh sandbox and clients for it. */
export async function connected(options: Partial<SandboxOptions> = {}): Promise<Clients> {
  return connect(await sandbox(options));
}

/** A temporary folder, removed at the end of the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The name of the error a call ends in, or "none". */
export async function errorName(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "none",
    (error: Error) => error.name,
  );
}

/** The value, which the test cannot do without. */
export function must<Value>(value: Value | null | undefined): Value {
  if (value === undefined || value === null) throw new Error("the answer lacks a value the test needs");
  return value;
}

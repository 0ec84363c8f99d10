import { IdentitystoreClient, ListGroupsCommand, ListUsersCommand } from "@aws-sdk/client-identitystore";
import {
  DescribePermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ListInstancesCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
} from "@aws-sdk/client-sso-admin";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/server.js";

/** A sandbox with an SDK of its own, as somebody has who clicks in the console. */
export interface Aws {
  readonly url: string;
  readonly sso: SSOAdminClient;
  readonly store: IdentitystoreClient;
  readonly instanceArn: string;
  readonly identityStoreId: string;
  /** Permission set names to ARNs. */
  sets(): Promise<ReadonlyMap<string, string>>;
  /** Every assignment there is: `<account id> <principal name> <set name>`, sorted. */
  assignments(): Promise<readonly string[]>;
  /** Group names to ids. */
  groups(): Promise<ReadonlyMap<string, string>>;
  /** Requests so far of an operation such as `sso-admin.CreateAccountAssignment`. */
  requests(operation: string): Promise<number>;
  /** The next `count` requests of the operation answer with the error. */
  fail(operation: string, code: string, count: number): Promise<void>;
  /** The next request of the operation is answered later. */
  delay(operation: string, delayMs: number): Promise<void>;
  /** Forgets the faults that are left. */
  stopFailing(): Promise<void>;
  /** Faults that no request has met yet. */
  faults(): Promise<readonly object[]>;
  close(): Promise<void>;
}

/** Starts a sandbox that answers at once; closed when the test ends. */
export async function startAws(options: Partial<SandboxOptions> = {}): Promise<Aws> {
  const aws = await open(options);
  onTestFinished(() => aws.close());
  return aws;
}

/** A sandbox for all tests of a file. */
export function useAws(options: Partial<SandboxOptions> = {}): () => Aws {
  let aws: Aws;
  beforeAll(async () => {
    aws = await open(options);
  });
  afterAll(() => aws.close());
  return () => aws;
}

async function open(options: Partial<SandboxOptions>): Promise<Aws> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const sandbox = await startSandbox({ statePath: null, throttle: false, latencyMs: 20, ...options });
  const config = {
    endpoint: sandbox.url,
    region: options.seed?.region ?? "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 20,
  };
  const sso = new SSOAdminClient(config);
  const store = new IdentitystoreClient(config);
  const { Instances = [] } = await sso.send(new ListInstancesCommand({}));
  const instanceArn = Instances[0]?.InstanceArn ?? "";
  const identityStoreId = Instances[0]?.IdentityStoreId ?? "";
  let closed: Promise<void> | null = null;
  const control = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${sandbox.url}/_sandbox/${path}`, init);
  const aws: Aws = {
    url: sandbox.url,
    sso,
    store,
    instanceArn,
    identityStoreId,
    async sets() {
      const { PermissionSets = [] } = await sso.send(
        new ListPermissionSetsCommand({ InstanceArn: instanceArn }),
      );
      const named = PermissionSets.map(async (arn) => {
        const input = { InstanceArn: instanceArn, PermissionSetArn: arn };
        const { PermissionSet } = await sso.send(new DescribePermissionSetCommand(input));
        return [PermissionSet?.Name ?? "", arn] as const;
      });
      return new Map(await Promise.all(named));
    },
    assignments: async () => readAssignments(aws),
    async groups() {
      const { Groups = [] } = await store.send(new ListGroupsCommand({ IdentityStoreId: identityStoreId }));
      return new Map(Groups.map((g) => [g.DisplayName ?? "", g.GroupId ?? ""]));
    },
    async requests(operation) {
      const { requests } = (await (await control("requests")).json()) as { requests: Record<string, number> };
      return requests[operation] ?? 0;
    },
    async fail(operation, code, count) {
      await control("faults", { method: "POST", body: JSON.stringify({ operation, code, count }) });
    },
    async delay(operation, delayMs) {
      await control("faults", { method: "POST", body: JSON.stringify({ operation, delayMs }) });
    },
    async stopFailing() {
      await control("faults", { method: "DELETE" });
    },
    async faults() {
      return ((await (await control("faults")).json()) as { faults: readonly object[] }).faults;
    },
    close: () => (closed ??= close(sandbox, aws)),
  };
  return aws;
}

async function readAssignments(aws: Aws): Promise<readonly string[]> {
  const { sso, store, instanceArn: InstanceArn, identityStoreId: IdentityStoreId } = aws;
  const { Users = [] } = await store.send(new ListUsersCommand({ IdentityStoreId }));
  const names = new Map([
    ...[...(await aws.groups())].map(([name, id]) => [id, name] as const),
    ...Users.map((u) => [u.UserId ?? "", u.UserName ?? ""] as const),
  ]);
  const found: string[] = [];
  for (const [name, PermissionSetArn] of await aws.sets()) {
    const accounts = await sso.send(
      new ListAccountsForProvisionedPermissionSetCommand({ InstanceArn, PermissionSetArn }),
    );
    for (const AccountId of accounts.AccountIds ?? []) {
      const input = { InstanceArn, PermissionSetArn, AccountId };
      const { AccountAssignments = [] } = await sso.send(new ListAccountAssignmentsCommand(input));
      for (const { PrincipalId = "" } of AccountAssignments) {
        found.push(`${AccountId} ${names.get(PrincipalId) ?? PrincipalId} ${name}`);
      }
    }
  }
  return found.sort();
}

async function close(sandbox: Sandbox, { sso, store }: Aws): Promise<void> {
  sso.destroy();
  store.destroy();
  await sandbox.close();
}

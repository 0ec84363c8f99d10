import { setTimeout as sleep } from "node:timers/promises";
import { IdentitystoreClient } from "@aws-sdk/client-identitystore";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { SSOAdminClient } from "@aws-sdk/client-sso-admin";
import { STSClient } from "@aws-sdk/client-sts";
import { guardAttempts } from "./attempt.js";
import type { FailedCall } from "./failed-call.js";
import { createTokenBucket } from "./token-bucket.js";

/** The clients that read AWS; together they send at most 20 requests a second. */
export interface AwsClients {
  readonly ssoAdmin: SSOAdminClient;
  readonly identityStore: IdentitystoreClient;
  readonly organizations: OrganizationsClient;
  readonly sts: STSClient;
  /** Requests answered or failed until now, retries included, by `service.Operation`: `sso.ListInstances`. */
  calls(): ReadonlyMap<string, number>;
  /** Milliseconds on the clock the requests wait by, which never goes back. */
  now(): number;
  /** Lets go of all sockets. */
  close(): void;
}

/** Where to read from. */
export interface ClientOptions {
  /** Identity Center's home region. */
  readonly region: string;
  /** One endpoint for all services; default `AWS_ENDPOINT_URL`, else AWS. */
  readonly endpoint?: string;
  /** Default: the SDK's chain. Given for a sandbox, so that real credentials never go there. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** AWS's limit for sso-admin, over all operations. Source: IAM Identity Center quotas. */
const requestsPerSecond = 20;
/** More would run into a limit that counts by whole seconds, fewer would slow the shortest reads. */
const burst = 5;
/**
 * Against a server that lets 8 requests a second through (Terraform at work beside us), 300 reads met 20
 * refusals with "adaptive", 287 and 30 failures with "standard". A refused connection ends within 7 s.
 */
const retries = { maxAttempts: 8, retryMode: "adaptive" };
const timeouts = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };

/** How every client of the SDK is made, those included that only one reading needs. */
export function clientConfig({ region, endpoint, credentials }: ClientOptions) {
  return {
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    ...retries,
    requestHandler: timeouts,
    customUserAgent: "aws-sso-as-code",
  };
}

/** Clients that throttle and retry. Nothing is sent before the first call. */
export function createClients(options: ClientOptions): AwsClients {
  // It would be printed on every run; package.json says which Node works.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const config = clientConfig(options);
  const ssoAdmin = new SSOAdminClient(config);
  const identityStore = new IdentitystoreClient(config);
  const organizations = new OrganizationsClient(config);
  const sts = new STSClient(config);
  const clock = { now: () => performance.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
  const bucket = createTokenBucket(requestsPerSecond, burst, clock);
  const calls = new Map<string, number>();
  const count = ({ service, operation }: FailedCall) => {
    const name = `${service}.${operation}`;
    calls.set(name, (calls.get(name) ?? 0) + 1);
  };
  guardAttempts(ssoAdmin.middlewareStack, "sso", bucket, count);
  guardAttempts(identityStore.middlewareStack, "identitystore", bucket, count);
  guardAttempts(organizations.middlewareStack, "organizations", bucket, count);
  guardAttempts(sts.middlewareStack, "sts", bucket, count);
  return {
    ssoAdmin,
    identityStore,
    organizations,
    sts,
    calls: () => new Map(calls),
    now: clock.now,
    close() {
      for (const client of [ssoAdmin, identityStore, organizations, sts]) client.destroy();
    },
  };
}

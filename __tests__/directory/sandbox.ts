import { afterAll, beforeAll } from "vitest";
import { type AwsClients, createClients } from "../../src/directory/clients.js";
import type { Seed } from "../../src/sandbox/seed.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/server.js";
import { throwAway } from "./stub-aws.js";

/** A sandbox that runs during the tests of a file, and what they need of it. */
export interface SandboxUnderTest {
  clients(region?: string): AwsClients;
  /** How many requests of an operation, `organizations.ListRoots`, came since `forget`. */
  counts(): Promise<(operation: string) => number>;
  forget(): Promise<void>;
  /** The next `count` requests of the operation fail with the code, or pass when it is null; faults hit in the order they came. */
  fail(operation: string, code: string | null, count: number): Promise<void>;
}

export function useSandbox(seed: Seed): SandboxUnderTest {
  let sandbox: Sandbox;
  const opened: AwsClients[] = [];
  beforeAll(async () => {
    sandbox = await startSandbox({ statePath: null, throttle: false, seed, latencyMs: 0 });
  });
  afterAll(async () => {
    for (const clients of opened) clients.close();
    await sandbox.close();
  });
  const control = (path: string, init?: RequestInit) => fetch(`${sandbox.url}/_sandbox/${path}`, init);
  return {
    clients(region = "us-east-1") {
      const clients = createClients({ region, endpoint: sandbox.url, credentials: throwAway });
      opened.push(clients);
      return clients;
    },
    async counts() {
      const { requests } = (await (await control("requests")).json()) as { requests: Record<string, number> };
      return (operation) => requests[operation] ?? 0;
    },
    async forget() {
      await control("requests", { method: "DELETE" });
    },
    async fail(operation, code, count) {
      await control("faults", { method: "POST", body: JSON.stringify({ operation, code, count }) });
    },
  };
}

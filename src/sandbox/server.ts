import { setMaxListeners } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { defaultSeed } from "./default-seed.js";
import { answer } from "./http/listener.js";
import { type ScimEndpoint, scimEndpoint } from "./scim/endpoint.js";
import type { Seed } from "./seed.js";
import type { Machine } from "./service/dispatch.js";
import { createFaults } from "./service/faults.js";
import { createThrottle } from "./service/throttle.js";
import { createWorld } from "./world/create.js";
import { openStore } from "./world/store.js";

/** How to start a sandbox. */
export interface SandboxOptions {
  /** TCP port on 127.0.0.1; 0 takes any free one. Default 0. */
  readonly port?: number;
  /** The state file of one sandbox at a time, made when there is none; null keeps everything in memory. */
  readonly statePath: string | null;
  /** The organization of a new state; a state file that exists wins over it. Default `defaultSeed`. */
  readonly seed?: Seed;
  /** Whether AWS's request rates are enforced. Default true. */
  readonly throttle?: boolean;
  /** How long asynchronous requests stay IN_PROGRESS, in milliseconds. Default 1000. */
  readonly latencyMs?: number;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`, for `AWS_ENDPOINT_URL`. */
  readonly url: string;
  /** Where users and groups are pushed to, as an identity provider does. */
  readonly scim: ScimEndpoint;
  /** Stops listening, ends all connections within a quarter of a second and saves the state. */
  close(): Promise<void>;
}

const graceMs = 250;

/**
 * Starts a local AWS endpoint for sso-admin, identitystore, organizations, sts and SCIM, reachable from
 * this machine only. The control endpoint beside them is described at `control`. `now` gives
 * milliseconds since 1970.
 */
export async function startSandbox(options: SandboxOptions, now = Date.now): Promise<Sandbox> {
  const seed = options.seed ?? defaultSeed;
  const closing = new AbortController();
  // Every delayed request listens; more than ten of them are no leak.
  setMaxListeners(0, closing.signal);
  const machine: Machine = {
    store: await openStore(options.statePath, () => createWorld(seed, now())),
    faults: createFaults(),
    requests: new Map(),
    throttle: options.throttle === false ? null : createThrottle(),
    latencyMs: options.latencyMs ?? 1000,
    closing: closing.signal,
    now,
  };
  const server = createServer((request, response) => {
    // A client that went away has no answer to get; every other error became an answer already.
    answer(machine, request, response).catch(() => response.destroy());
  });
  // Clients keep sockets for a minute and meet a reset when the server closes them first.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await machine.store.close();
    throw error;
  });
  let closed: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    closing.abort();
    // Once only: a second save would undo what another sandbox has written since.
    closed ??= close(server, machine);
    return closed;
  };
  const url = `http://127.0.0.1:${port}`;
  return { url, scim: scimEndpoint(url), close: stop };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      reject(
        new Error(
          `port ${port} on 127.0.0.1 is in use: stop what listens there (a sandbox that still runs?), or choose another port, 0 for any`,
        ),
      );
    });
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

async function close(server: Server, machine: Machine): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
  await machine.store.close();
}

import type { SandboxOptions } from "../../src/sandbox/server.js";
import { type Clients, connect, sandbox, type TimedSandbox } from "./support.js";

/** An answer of the SCIM endpoint; the body is null when there is none. */
export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of every shape
  readonly body: any;
}

/** A provisioner beside the SDK clients. */
export interface Provisioner extends Clients {
  readonly scimUrl: string;
  readonly token: string;
  /** `send("GET", "/Users")`; with the token unless headers say otherwise. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ScimAnswer>;
}

/** A fresh sandbox, SDK clients for it, and what an identity provider would send. */
export async function provisioner(options: Partial<SandboxOptions> = {}): Promise<Provisioner> {
  const started: TimedSandbox = await sandbox(options);
  const { url, token } = started.scim;
  return {
    ...(await connect(started)),
    scimUrl: url,
    token,
    async send(method, path, body, headers = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === "" ? null : JSON.parse(text),
      };
    },
  };
}

/** A user that AWS takes. */
export function user(userName: string, more: object = {}): object {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    userName,
    name: { givenName: "Ada", familyName: "Lovelace" },
    displayName: "Ada Lovelace",
    active: true,
    ...more,
  };
}

/** A PATCH body. */
export function patch(...Operations: readonly object[]): object {
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations };
}

/** The filter of a list, encoded. */
export function filter(text: string): string {
  return `filter=${encodeURIComponent(text)}`;
}

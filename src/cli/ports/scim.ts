import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createNodeHttp } from "../../idp/scim/node-http.js";
import type { ScimPorts } from "../../idp/scim/test-scim.js";
import type { Shell } from "../shell.js";

/** The network behind a test of the SCIM endpoint; an interrupt ends it. */
export function openScim({ signal }: Shell): ScimPorts {
  return {
    http: createNodeHttp({ userAgent: "aws-sso-as-code", timeoutMs: 15_000, mostBytes: 5_000_000, signal }),
    random: randomUUID,
    sleep: async (milliseconds) => {
      await wait(milliseconds, undefined, { signal });
    },
  };
}

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Named } from "../../../src/catalog/catalog.js";
import type { Http } from "../../../src/idp/scim/http.js";
import { createNodeHttp } from "../../../src/idp/scim/node-http.js";
import type { ScimReport } from "../../../src/idp/scim/report.js";
import { type ScimInput, type ScimPorts, testScim } from "../../../src/idp/scim/test-scim.js";

/** Nothing in it is in any sentence of the program. */
export const token = "q7Xz:9vKp2LmW8rTn4-bYd6HsFc3Jg==";

/** The real network, with little patience. */
export const network: Http = createNodeHttp({
  userAgent: "test",
  timeoutMs: 500,
  mostBytes: 100_000,
  signal: new AbortController().signal,
});

/** Ports that do not wait; `waits` are the milliseconds that would have been. */
export function portsOf(http: Http = network): ScimPorts & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    http,
    random: () => randomUUID(),
    waits,
    async sleep(milliseconds) {
      waits.push(milliseconds);
    },
  };
}

/** A group that line `line` of the catalog names. */
export function wanted(name: string, line = 1): Named {
  return { name, span: { file: "aws-sso.yaml", line, column: 1, endLine: line, endColumn: 2 } };
}

/** Tests an endpoint as somebody does who typed its URL. */
export function test(
  url: string,
  more: Partial<ScimInput> = {},
  ports: ScimPorts = portsOf(),
): Promise<ScimReport> {
  return testScim(ports, { url, urlFrom: "option", token, groups: [], region: "us-east-1", ...more });
}

/** `<status> <id>` of each step that was tried. */
export function tried(report: ScimReport): readonly string[] {
  return report.steps.filter((step) => step.status !== "skipped").map((step) => `${step.status} ${step.id}`);
}

/** The codes of what was found. */
export function codes(report: ScimReport): readonly string[] {
  return report.diagnostics.map((d) => d.code);
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine until the test ends; its URL. */
export async function serve(handler: Handler): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An answer of JSON. */
export function json(response: ServerResponse, body: unknown, status = 200, headers: object = {}): void {
  response.writeHead(status, { "content-type": "application/scim+json", ...headers });
  response.end(JSON.stringify(body));
}

export const configuration = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"] };
export const emptyList = { totalResults: 0, Resources: [] };

/** A server that does all well but what `handler` takes over; it answers true for that. */
export function serveBut(
  handler: (url: URL, response: ServerResponse, request: IncomingMessage) => boolean,
): Promise<string> {
  return serve((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const isRight = request.headers.authorization === `Bearer ${token}`;
    if (handler(url, response, request)) return;
    if (!isRight) json(response, { detail: "no" }, 401);
    else json(response, url.pathname === "/ServiceProviderConfig" ? configuration : emptyList);
  });
}

import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type AwsClients, createClients } from "../../src/directory/clients.js";

/** One answer of the stub: an AWS JSON body and its status, default 200. */
export interface StubAnswer {
  readonly status?: number;
  readonly body: object;
}

/** What a client sent. */
export interface StubRequest {
  /** `ListInstances` */
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  /** The text of the body. */
  readonly body: string;
  /** Milliseconds, from `performance.now()`. */
  readonly at: number;
}

/** A server that speaks AWS's JSON protocol and says what it is told to. */
export interface StubAws {
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** Clients with throw-away credentials that talk to it. */
  readonly clients: AwsClients;
  close(): Promise<void>;
}

/** An error as AWS's JSON services send it. */
export function stubError(type: string, message = "", status = 400): StubAnswer {
  return { status, body: { __type: type, message, Message: message } };
}

export async function startStub(
  answer: (request: StubRequest, index: number) => StubAnswer,
): Promise<StubAws> {
  const requests: StubRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    let sent = "";
    incoming.setEncoding("utf8").on("data", (text: string) => {
      sent += text;
    });
    incoming.on("end", () => {
      const operation = String(incoming.headers["x-amz-target"]).replace(/^.*\./, "");
      const request = { operation, headers: incoming.headers, body: sent, at: performance.now() };
      const { status = 200, body } = answer(request, requests.push(request) - 1);
      outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
      outgoing.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients = createClients({ region: "us-east-1", endpoint: url, credentials: throwAway });
  return {
    url,
    requests,
    clients,
    async close() {
      clients.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Credentials that no account has. */
export const throwAway = { accessKeyId: "AKIDTEST", secretAccessKey: "test" };

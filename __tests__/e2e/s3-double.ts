import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What Terraform's S3 backend needs of S3: objects in memory, path style, any signature accepted. */
export interface S3Double {
  readonly url: string;
  /** `<bucket>/<key>` to the object's text. */
  readonly objects: Map<string, string>;
  /** `GET bucket/key`, …, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function startS3(): Promise<S3Double> {
  const objects = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    answer(objects, request, response, requests).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  objects: Map<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
  requests: string[],
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://s3");
  const path = decodeURIComponent(url.pathname.slice(1));
  requests.push(`${request.method} ${path}`);
  const body = await bodyOf(request);
  if (!path.includes("/") || path.endsWith("/")) {
    return end(
      response,
      200,
      listing(objects, path.replace(/\/$/, ""), url.searchParams.get("prefix") ?? ""),
    );
  }
  const object = objects.get(path);
  switch (request.method) {
    case "PUT":
      // The lock: S3 makes an object only where there is none.
      if (request.headers["if-none-match"] === "*" && object !== undefined) {
        return end(response, 412, problem("PreconditionFailed"));
      }
      objects.set(path, body);
      return end(response, 200, "", { etag: etag(body) });
    case "DELETE":
      objects.delete(path);
      return end(response, 204, "");
    case "GET":
    case "HEAD":
      if (object === undefined) return end(response, 404, problem("NoSuchKey"));
      response.setHeader("content-length", Buffer.byteLength(object));
      return end(response, 200, request.method === "GET" ? object : "", { etag: etag(object) });
    default:
      return end(response, 501, problem("NotImplemented"));
  }
}

/** The SDK may send a body in signed chunks, each with a line before and after it. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  if (!String(request.headers["x-amz-content-sha256"]).startsWith("STREAMING-")) return body;
  return body.split("\r\n")[1] ?? "";
}

function listing(objects: ReadonlyMap<string, string>, bucket: string, prefix: string): string {
  const keys = [...objects.keys()].filter((path) => path.startsWith(`${bucket}/${prefix}`)).sort();
  const contents = keys.map((path) => `<Contents><Key>${path.slice(bucket.length + 1)}</Key></Contents>`);
  return `<ListBucketResult><Name>${bucket}</Name><IsTruncated>false</IsTruncated>${contents.join("")}</ListBucketResult>`;
}

function problem(code: string): string {
  return `<Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}

function etag(text: string): string {
  return `"${createHash("md5").update(text).digest("hex")}"`;
}

function end(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/xml", ...headers }).end(body);
}

import type { IncomingMessage } from "node:http";

/** The largest body taken, in bytes: an inline policy has 32 KiB, a list of tags less. */
export const maxBodyBytes = 1024 * 1024;

/** The whole body as UTF-8 text, or null when it is larger than the limit (the rest is read and dropped). */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
    else if (size > 16 * maxBodyBytes) break;
  }
  return size > maxBodyBytes ? null : Buffer.concat(chunks).toString("utf8");
}

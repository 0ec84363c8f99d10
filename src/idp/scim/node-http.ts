import type { Http, HttpAnswer, HttpFailure, HttpFailureKind } from "./http.js";

export interface NodeHttpOptions {
  /** Sent with every request; AWS blocks callers without one. */
  readonly userAgent: string;
  /** For one request with its answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Bytes of a body. */
  readonly mostBytes: number;
  /** Aborts what is under way; the request then rejects. */
  readonly signal: AbortSignal;
}

/** Requests over the network. */
export function createNodeHttp(options: NodeHttpOptions): Http {
  return async ({ url, headers }) => {
    try {
      const response = await fetch(url, {
        headers: { ...headers, "user-agent": options.userAgent },
        redirect: "manual",
        signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]),
      });
      return await read(response, options.mostBytes);
    } catch (error) {
      options.signal.throwIfAborted();
      return failureOf(error);
    }
  };
}

async function read(response: Response, mostBytes: number): Promise<HttpAnswer | HttpFailure> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the rest of the body.
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > mostBytes) return { ok: false, kind: "size", code: null };
    parts.push(part);
  }
  const body = Buffer.concat(parts).toString("utf8");
  return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body };
}

const kinds: Readonly<Record<string, HttpFailureKind>> = {
  ENOTFOUND: "host",
  EAI_AGAIN: "host",
  ECONNREFUSED: "refused",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  EPROTO: "tls",
};
const ofTls = /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** Goes by codes alone: messages may repeat a header, and with it the token. */
function failureOf(error: unknown): HttpFailure {
  if (error instanceof Error && error.name === "TimeoutError") {
    return { ok: false, kind: "timeout", code: null };
  }
  const code = codeOf(error);
  const kind = kinds[code ?? ""] ?? (ofTls.test(code ?? "") ? "tls" : "network");
  return { ok: false, kind, code };
}

/** The code of an error, or of what caused it; several addresses that all failed are told by the first. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string" && /^[A-Z0-9_]+$/.test(error.code)) return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}

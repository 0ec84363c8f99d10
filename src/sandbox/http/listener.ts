import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, WireRequest } from "../protocol/answer.js";
import { answerJson } from "../protocol/json.js";
import { answerQuery } from "../protocol/query.js";
import { answerScim, type ScimAnswer } from "../scim/answer.js";
import { control } from "../service/control.js";
import type { Machine } from "../service/dispatch.js";
import { jsonTargets, queryVersions } from "../services.js";
import { readBody } from "./body.js";
import { refusal } from "./guard.js";

/** Answers one HTTP request, whatever is in it; resolves when the answer was handed to the socket. */
export async function answer(
  machine: Machine,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  const reply = await decide(machine, request, requestId);
  response.writeHead(reply.status, {
    ...(reply.status === 204
      ? {}
      : { "content-type": reply.contentType, "content-length": Buffer.byteLength(reply.body) }),
    "x-amzn-requestid": requestId,
    ...("headers" in reply ? reply.headers : {}),
  });
  response.end(reply.body);
}

async function decide(
  machine: Machine,
  request: IncomingMessage,
  requestId: string,
): Promise<Answer | ScimAnswer> {
  const refused = refusal(request);
  if (refused !== null) return plain(403, "AccessDeniedException", refused);
  const body = await readBody(request);
  if (body === null) return plain(413, "RequestEntityTooLarge", "the request is too large");
  const method = request.method ?? "";
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path.startsWith("/_sandbox/")) {
    const { status, body: value } = control(machine, method, path, body);
    return { status, contentType: "application/json", body: JSON.stringify(value) };
  }
  const { authorization = null, "user-agent": userAgent = null, host = "" } = request.headers;
  const call = { requestId, method, url: request.url ?? "/", authorization, userAgent, host, body };
  const scim = await answerScim(machine, call);
  if (scim !== null) return scim;
  const wire = wireRequest(request, requestId, body);
  if (method === "POST" && path === "/") {
    if (wire.target !== null) return answerJson(machine, jsonTargets, wire);
    if (wire.contentType === "application/x-www-form-urlencoded") {
      return answerQuery(machine, queryVersions, wire);
    }
  }
  return plain(404, "UnknownOperationException", `the sandbox has no ${method} ${path} without X-Amz-Target`);
}

function wireRequest(request: IncomingMessage, requestId: string, body: string): WireRequest {
  const target = request.headers["x-amz-target"];
  return {
    requestId,
    contentType: (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "",
    target: typeof target === "string" ? target : null,
    authorization: request.headers.authorization ?? null,
    body,
  };
}

function plain(status: number, code: string, message: string): Answer {
  return { status, contentType: "application/json", body: JSON.stringify({ __type: code, message }) };
}

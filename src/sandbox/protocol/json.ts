import { dispatch, type Machine } from "../service/dispatch.js";
import { failure, isFailure, statusOf } from "../service/failure.js";
import type { Service } from "../service/operation.js";
import type { Answer, WireRequest } from "./answer.js";
import { signed } from "./authorization.js";

const mediaType = "application/x-amz-json-1.1";

/** Answers a request of the AWS JSON 1.1 protocol; `targets` maps the prefix of `X-Amz-Target` to a service. */
export async function answerJson(
  machine: Machine,
  targets: ReadonlyMap<string, Service>,
  request: WireRequest,
): Promise<Answer> {
  try {
    const { service, operation } = route(targets, request);
    const signature = signed(request.authorization);
    if (signature === null) {
      throw failure("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    const output = await dispatch(machine, service, { operation, ...signature, input: parse(request.body) });
    return { status: 200, contentType: mediaType, body: serialize(output) };
  } catch (error) {
    return errorAnswer(error);
  }
}

function route(targets: ReadonlyMap<string, Service>, request: WireRequest) {
  const [prefix = "", operation = ""] = request.target?.split(".") ?? [];
  const service = targets.get(prefix);
  if (service === undefined) {
    throw failure(
      "UnknownOperationException",
      `The sandbox has no service for the target ${request.target}.`,
    );
  }
  if (request.contentType !== mediaType) {
    throw failure("UnknownOperationException", `The content type has to be ${mediaType}.`);
  }
  return { service, operation };
}

function parse(body: string): object {
  let value: unknown;
  try {
    value = body === "" ? {} : JSON.parse(body);
  } catch (error) {
    throw failure("SerializationException", `The request is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw failure("SerializationException", "The request has to be a JSON object.");
  }
  return value;
}

/** Timestamps travel as seconds since 1970. `JSON.stringify` has turned a Date to text before it calls us. */
function serialize(output: object): string {
  return JSON.stringify(output, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1000 : value;
  });
}

function errorAnswer(error: unknown): Answer {
  const known = isFailure(error) ? error : failure("InternalServerException", internalMessage(error));
  const body = JSON.stringify({ __type: known.code, Message: known.message, ...known.members });
  return { status: statusOf(known.code), contentType: mediaType, body };
}

function internalMessage(error: unknown): string {
  return `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
}

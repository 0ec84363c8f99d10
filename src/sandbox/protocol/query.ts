import { dispatch, type Machine } from "../service/dispatch.js";
import { failure, isFailure, statusOf } from "../service/failure.js";
import type { Service } from "../service/operation.js";
import type { Answer, WireRequest } from "./answer.js";
import { signed } from "./authorization.js";
import { element } from "./xml.js";

/** A service of the query protocol with the namespace of its answers. */
export interface QueryService {
  readonly service: Service;
  readonly namespace: string;
}

const contentType = "text/xml";

/** Answers a form of the AWS query protocol; `versions` maps the parameter `Version` to a service. */
export async function answerQuery(
  machine: Machine,
  versions: ReadonlyMap<string, QueryService>,
  request: WireRequest,
): Promise<Answer> {
  const {
    Action: operation = "",
    Version: version = "",
    ...parameters
  } = Object.fromEntries(new URLSearchParams(request.body));
  const found = versions.get(version);
  const namespace = found?.namespace ?? "";
  try {
    if (found === undefined) {
      const message = `The sandbox has no operation ${operation} of version ${version}.`;
      throw failure("UnknownOperationException", message);
    }
    const signature = signed(request.authorization);
    if (signature === null)
      throw failure("MissingAuthenticationToken", "Request is missing Authentication Token");
    const output = await dispatch(machine, found.service, { operation, ...signature, input: parameters });
    const result = element(`${operation}Result`, output);
    const metadata = element("ResponseMetadata", { RequestId: request.requestId });
    const body = `<${operation}Response xmlns="${namespace}">${result}${metadata}</${operation}Response>`;
    return { status: 200, contentType, body };
  } catch (error) {
    return errorAnswer(error, namespace, request.requestId);
  }
}

function errorAnswer(error: unknown, namespace: string, requestId: string): Answer {
  const known = isFailure(error) ? error : failure("InternalFailure", String(error));
  const status = statusOf(known.code);
  const detail = { Type: status >= 500 ? "Receiver" : "Sender", Code: known.code, Message: known.message };
  const inner = element("Error", detail) + element("RequestId", requestId);
  return { status, contentType, body: `<ErrorResponse xmlns="${namespace}">${inner}</ErrorResponse>` };
}

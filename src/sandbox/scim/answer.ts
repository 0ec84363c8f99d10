import type { Answer } from "../protocol/answer.js";
import { dispatch, type Machine } from "../service/dispatch.js";
import { type Failure, failure, isFailure } from "../service/failure.js";
import { sandboxTenant, sandboxToken, scimPath } from "./endpoint.js";
import { errorBody, invalid, scimStatus, unsupported } from "./errors.js";
import type { ScimReply, ScimRequest } from "./request.js";
import { type Route, routes } from "./service.js";

/** An HTTP request for the endpoint. */
export interface ScimCall {
  readonly requestId: string;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly authorization: string | null;
  readonly userAgent: string | null;
  readonly host: string;
  readonly body: string;
}

/** An answer that may ask for patience. */
export interface ScimAnswer extends Answer {
  readonly headers: Readonly<Record<string, string>>;
}

const contentType = "application/json";

/** Answers a request below `/<tenant>/scim/v2`; null for any other path. */
export async function answerScim(machine: Machine, call: ScimCall): Promise<ScimAnswer | null> {
  const [path = "", query = ""] = call.url.split(/\?(.*)/s);
  const place = scimPath(path);
  if (place === null) return null;
  try {
    requireToken(place.tenant, call);
    const { route, id } = routeOf(call.method, place.rest);
    const { tenant } = place;
    const request: ScimRequest = {
      id,
      parameters: new URLSearchParams(query),
      body: parsed(call),
      baseUrl: `http://${call.host}/${tenant}/scim/v2`,
    };
    const { region } = machine.store.world.instance;
    const { service, operation } = route;
    const output = await dispatch(machine, service, {
      operation,
      accessKeyId: "scim",
      region,
      input: request,
    });
    const { status, resource } = output as ScimReply;
    return { status, contentType, headers: {}, body: resource === null ? "" : JSON.stringify(resource) };
  } catch (error) {
    return refusal(
      isFailure(error) ? error : failure("InternalServerException", String(error)),
      call,
      machine,
    );
  }
}

function refusal(error: Failure, { requestId }: ScimCall, machine: Machine): ScimAnswer {
  const status = scimStatus(error.code);
  const headers: Record<string, string> = status === 429 ? { "retry-after": "1" } : {};
  return { status, contentType, headers, body: JSON.stringify(errorBody(error, requestId, machine.now())) };
}

function requireToken(tenant: string, { authorization }: ScimCall): void {
  if (tenant === sandboxTenant && authorization === `Bearer ${sandboxToken}`) return;
  throw failure("UnauthorizedException", "The token or the tenant is not valid.");
}

function routeOf(method: string, rest: string): { readonly route: Route; readonly id: string } {
  const [, resource = "", id = "", ...below] = rest.replace(/\/$/, "").split("/");
  const route = routes.get(`${method} /${resource}${id === "" ? "" : "/{id}"}`);
  if (route !== undefined && below.length === 0) return { route, id: decoded(id) };
  throw unsupported(`${method} ${rest}`);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    throw invalid(`The id ${id} is not encoded as a part of a URL.`);
  }
}

/** The JSON of the body. AWS blocks a PATCH whose sender does not say what it is. */
function parsed({ method, userAgent, body }: ScimCall): unknown {
  if (method === "PATCH" && userAgent === null) {
    throw failure("AccessDeniedException", "A PATCH without User-Agent is blocked.");
  }
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch {
    throw invalid("Request is unparsable, syntactically incorrect, or violates schema.");
  }
}

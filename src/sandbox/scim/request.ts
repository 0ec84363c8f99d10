import { isObject, type JsonObject } from "../shape/json-object.js";

/** What an operation is asked for. */
export interface ScimRequest {
  /** The id in the path; empty when there is none. */
  readonly id: string;
  readonly parameters: URLSearchParams;
  /** The JSON of the body; null when there is none. */
  readonly body: unknown;
  /** Where the endpoint is, for `meta.location` and `$ref`. */
  readonly baseUrl: string;
}

/** What an operation answers. */
export interface ScimReply {
  readonly status: number;
  /** Null for an answer without a body. */
  readonly resource: JsonObject | null;
}

export function found(resource: JsonObject): ScimReply {
  return { status: 200, resource };
}

export function created(resource: JsonObject): ScimReply {
  return { status: 201, resource };
}

export const nothing: ScimReply = { status: 204, resource: null };

/** The body as an object; null when it is another value. */
export function objectOf(body: unknown): JsonObject | null {
  return isObject(body) ? body : null;
}

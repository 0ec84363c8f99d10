import { quotas } from "../quotas.js";
import { type Context, type Operation, reading, type Service, writing } from "../service/operation.js";
import { structure } from "../shape/shape.js";
import { getSchema, listResourceTypes, listSchemas, serviceProviderConfig } from "./discovery.js";
import { getGroup, listGroups, postGroup, removeGroup } from "./groups.js";
import { patchGroup } from "./patch-group.js";
import { patchUser } from "./patch-user.js";
import type { ScimReply, ScimRequest } from "./request.js";
import { getUser, listUsers, postUser, putUser, removeUser } from "./users.js";

type Run = (context: Context, request: ScimRequest) => ScimReply;

/** What is asked for by a method and a path below the endpoint, `{id}` for the last part of it. */
export interface Route {
  readonly service: Service;
  /** As AWS names it. */
  readonly operation: string;
}

const reads: Readonly<Record<string, readonly [operation: string, run: Run]>> = {
  "GET /ServiceProviderConfig": ["ServiceProviderConfig", serviceProviderConfig],
  "GET /Schemas": ["ListSchemas", listSchemas],
  "GET /Schemas/{id}": ["GetSchema", getSchema],
  "GET /ResourceTypes": ["ListResourceTypes", listResourceTypes],
  "GET /Users": ["ListUsers", listUsers],
  "GET /Users/{id}": ["GetUser", getUser],
  "GET /Groups": ["ListGroups", listGroups],
  "GET /Groups/{id}": ["GetGroup", getGroup],
};

const writes: typeof reads = {
  "POST /Users": ["CreateUser", postUser],
  "PUT /Users/{id}": ["PutUser", putUser],
  "PATCH /Users/{id}": ["PatchUser", patchUser],
  "DELETE /Users/{id}": ["DeleteUser", removeUser],
  "POST /Groups": ["CreateGroup", postGroup],
  "PATCH /Groups/{id}": ["PatchGroup", patchGroup],
  "DELETE /Groups/{id}": ["DeleteGroup", removeGroup],
};

/** The bodies are checked by the operations: a body here is no input of AWS's models. */
const input = structure({});

/** By method and path, such as `GET /Groups/{id}`. Reads and writes have rates of their own. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ...routesOf(reads, reading, quotas.scimReadsPerSecondPerApi),
  ...routesOf(writes, writing, quotas.scimWritesPerSecondPerApi),
]);

function routesOf(
  table: typeof reads,
  kind: typeof reading<ScimRequest, ScimReply>,
  requestsPerSecond: number,
): readonly (readonly [string, Route])[] {
  const operations = new Map(
    Object.values(table).map(([name, run]): [string, Operation] => [name, kind(input, run)]),
  );
  const service: Service = {
    name: "scim",
    operations,
    invalidCode: "ValidationException",
    throttle: "operation",
    requestsPerSecond,
  };
  return Object.entries(table).map(([path, [operation]]) => [path, { service, operation }]);
}

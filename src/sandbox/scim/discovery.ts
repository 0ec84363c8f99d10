import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { JsonObject } from "../shape/json-object.js";
import { found, type ScimReply, type ScimRequest } from "./request.js";
import { schemas } from "./schemas.js";

export function serviceProviderConfig(_context: Context, request: ScimRequest): ScimReply {
  return found({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
    documentationUri:
      "https://docs.aws.amazon.com/singlesignon/latest/userguide/manage-your-identity-source-idp.html",
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "OAuth Bearer Token",
        description: "A token that Identity Center gives out",
        primary: true,
      },
    ],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 1, maxPayloadSize: 1_048_576 },
    filter: { supported: true, maxResults: 100 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    meta: { resourceType: "ServiceProviderConfig", location: `${request.baseUrl}/ServiceProviderConfig` },
  });
}

export function listSchemas(): ScimReply {
  return found(listOf(schemas));
}

export function getSchema(_context: Context, request: ScimRequest): ScimReply {
  const schema = schemas.find(({ id }) => id === request.id);
  if (schema === undefined) throw failure("ResourceNotFoundException", `SCHEMA ${request.id} not found.`);
  return found(schema);
}

export function listResourceTypes(_context: Context, request: ScimRequest): ScimReply {
  const [user, extension, group] = schemas;
  const type = (
    name: string,
    endpoint: string,
    schema: string,
    extensions: readonly object[],
  ): JsonObject => ({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
    id: name,
    name,
    endpoint,
    schema,
    schemaExtensions: extensions,
    meta: { resourceType: "ResourceType", location: `${request.baseUrl}/ResourceTypes/${name}` },
  });
  return found(
    listOf([
      type("User", "/Users", user.id, [{ schema: extension.id, required: false }]),
      type("Group", "/Groups", group.id, []),
    ]),
  );
}

function listOf(resources: readonly JsonObject[]): JsonObject {
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: resources.length,
    itemsPerPage: resources.length,
    startIndex: 1,
    Resources: resources,
  };
}

import { isObject, type JsonObject } from "../shape/json-object.js";
import type { UserRecord } from "../world/identity-store.js";
import { toScim } from "./attribute-names.js";
import { externalIdOf } from "./external-id.js";
import type { ScimRequest } from "./request.js";
import { enterprise } from "./user-attributes.js";

/** A user as SCIM tells it. */
export function shownUser(request: ScimRequest, user: UserRecord): JsonObject {
  const externalId = externalIdOf(user);
  const at = new Date(user.createdAt).toISOString();
  return {
    id: user.id,
    ...(externalId === null ? {} : { externalId }),
    meta: {
      resourceType: "User",
      created: at,
      lastModified: at,
      location: `${request.baseUrl}/Users/${user.id}`,
    },
    ...writableUser(user),
  };
}

/** The part of a user that a provisioner writes. */
export function writableUser({ userName, displayName, active, attributes }: UserRecord): JsonObject {
  const { Extensions: extensions, ...rest } = attributes;
  const extension = isObject(extensions) ? extensions["aws:identitystore:enterprise"] : undefined;
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ...(extension === undefined ? [] : [enterprise])],
    userName,
    displayName,
    ...(toScim(rest) as JsonObject),
    active: active !== false,
    ...(extension === undefined ? {} : { [enterprise]: toScim(extension) }),
  };
}

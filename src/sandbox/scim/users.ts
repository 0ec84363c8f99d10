import { createUser, deleteUser } from "../identity-store/users.js";
import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import { isObject } from "../shape/json-object.js";
import type { UserRecord } from "../world/identity-store.js";
import { externalIdOf } from "./external-id.js";
import { readFilter } from "./filter.js";
import { listed } from "./list.js";
import { created, found, nothing, type ScimReply, type ScimRequest } from "./request.js";
import { groupOf, userOf } from "./store.js";
import { readUser } from "./user-body.js";
import { shownUser } from "./user-shown.js";

const combinations = ["externalid", "groups.value", "id", "id manager", "username"];

export function listUsers(context: Context, request: ScimRequest): ScimReply {
  const text = request.parameters.get("filter");
  const wanted = text === null ? new Map<string, string>() : readFilter(text, combinations);
  const { users, memberships } = context.world;
  const group = wanted.get("groups.value") ?? null;
  if (group !== null) groupOf(context, group);
  const isWanted = (user: UserRecord): boolean =>
    (wanted.get("username") ?? user.userName) === user.userName &&
    (wanted.get("id") ?? user.id) === user.id &&
    (!wanted.has("externalid") || wanted.get("externalid") === externalIdOf(user)) &&
    (!wanted.has("manager") || wanted.get("manager") === managerOf(user)) &&
    (group === null || Object.values(memberships).some((m) => m.userId === user.id && m.groupId === group));
  const items = Object.values(users).filter(isWanted);
  return listed(
    context,
    request,
    items,
    (user) => user.id,
    (user) => shownUser(request, user),
  );
}

export function getUser(context: Context, request: ScimRequest): ScimReply {
  return found(shownUser(request, userOf(context, request.id)));
}

export function postUser(context: Context, request: ScimRequest): ScimReply {
  const { userName, displayName, attributes, active, externalIds } = readUser(context, request.body);
  const { identityStoreId: IdentityStoreId } = context.world.instance;
  const input = { IdentityStoreId, UserName: userName, DisplayName: displayName, ...attributes };
  const { UserId = "" } = createUser(context, input);
  const user = { ...userOf(context, UserId), active, externalIds: externalIds(UserId) };
  context.world.users[UserId] = user;
  return created(shownUser(request, user));
}

export function putUser(context: Context, request: ScimRequest): ScimReply {
  return replaceUser(context, request, request.body);
}

/** Puts a whole user in the place of another; it keeps its id and its groups. */
export function replaceUser(context: Context, request: ScimRequest, body: unknown): ScimReply {
  const before = userOf(context, request.id);
  const { externalIds, ...written } = readUser(context, body);
  const { users } = context.world;
  if (Object.values(users).some((other) => other.id !== before.id && other.userName === written.userName)) {
    throw failure("ConflictException", `A user with the user name ${written.userName} exists already.`);
  }
  const user = { ...before, ...written, externalIds: externalIds(before.id) };
  users[before.id] = user;
  return found(shownUser(request, user));
}

/** Its memberships go with it; its account assignments stay. */
export function removeUser(context: Context, request: ScimRequest): ScimReply {
  const { id: UserId } = userOf(context, request.id);
  deleteUser(context, { IdentityStoreId: context.world.instance.identityStoreId, UserId });
  return nothing;
}

function managerOf({ attributes }: UserRecord): unknown {
  const { Extensions: extensions } = attributes;
  const enterprise = isObject(extensions) ? extensions["aws:identitystore:enterprise"] : null;
  const manager = isObject(enterprise) ? enterprise["Manager"] : null;
  return isObject(manager) ? manager["Value"] : null;
}

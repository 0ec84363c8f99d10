import type {
  CreateUserRequest,
  CreateUserResponse,
  DeleteUserRequest,
  DeleteUserResponse,
  DescribeUserRequest,
  GetUserIdRequest,
  GetUserIdResponse,
  ListUsersRequest,
  ListUsersResponse,
  User,
} from "@aws-sdk/client-identitystore";
import { quotas } from "../quotas.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { UserRecord } from "../world/identity-store.js";
import { identityStoreMemberId } from "../world/ids.js";
import { duplicate, exceeded, findUser, missing, paging, requireStore } from "./find.js";
import { byAlternateIdentifier, filtered } from "./lookup.js";

const filterable = { username: (user: UserRecord) => user.userName };
const unique = { ...filterable, "emails.value": emailOf };

export function listUsers(context: Context, input: Checked<ListUsersRequest>): ListUsersResponse {
  requireStore(context, input);
  const users = filtered(Object.values(context.world.users), input.Filters, filterable);
  const { items, next } = page(context, input, users, (user) => user.id, paging);
  return { Users: items.map((user) => shown(context, user)), ...next };
}

export function describeUser(context: Context, input: Checked<DescribeUserRequest>): User {
  return shown(context, findUser(context, input));
}

export function getUserId(context: Context, input: Checked<GetUserIdRequest>): GetUserIdResponse {
  requireStore(context, input);
  const users = Object.values(context.world.users);
  const user = byAlternateIdentifier(users, input.AlternateIdentifier, unique);
  if (user === undefined) throw missing("USER", null);
  return { UserId: user.id, IdentityStoreId: input.IdentityStoreId };
}

/** Users made here carry no external id: no provisioner knows them. */
export function createUser(context: Context, input: Checked<CreateUserRequest>): CreateUserResponse {
  requireStore(context, input);
  const { users } = context.world;
  const {
    IdentityStoreId,
    UserName: userName = null,
    DisplayName: displayName = null,
    ...attributes
  } = input;
  if (userName !== null && Object.values(users).some((user) => user.userName === userName)) {
    throw duplicate(`A user with the user name ${userName} exists already.`);
  }
  if (Object.keys(users).length >= quotas.users) {
    throw exceeded(`The identity store has ${quotas.users} users, which is the quota.`);
  }
  const id = identityStoreMemberId(IdentityStoreId);
  users[id] = { id, userName, displayName, attributes, externalIds: [], createdAt: context.now };
  return { UserId: id, IdentityStoreId };
}

/** Its memberships go with it; its account assignments stay. */
export function deleteUser(context: Context, input: Checked<DeleteUserRequest>): DeleteUserResponse {
  const user = findUser(context, input);
  const { users, memberships } = context.world;
  for (const membership of Object.values(memberships)) {
    if (membership.userId === user.id) delete memberships[membership.id];
  }
  delete users[user.id];
  return {};
}

function emailOf(user: UserRecord): unknown {
  const emails = user.attributes["Emails"] as readonly { readonly Value?: string }[] | undefined;
  return emails?.[0]?.Value ?? null;
}

function shown(context: Context, user: UserRecord): User {
  return {
    ...user.attributes,
    UserId: user.id,
    IdentityStoreId: context.world.instance.identityStoreId,
    UserStatus: user.active === false ? "DISABLED" : "ENABLED",
    CreatedAt: new Date(user.createdAt),
    UpdatedAt: new Date(user.createdAt),
    ...(user.userName === null ? {} : { UserName: user.userName }),
    ...(user.displayName === null ? {} : { DisplayName: user.displayName }),
    ...(user.externalIds.length === 0 ? {} : { ExternalIds: [...user.externalIds] }),
  };
}

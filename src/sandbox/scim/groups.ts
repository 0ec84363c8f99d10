import { createGroup, deleteGroup } from "../identity-store/groups.js";
import { createMembership } from "../identity-store/memberships.js";
import { shapes } from "../identity-store/shapes.js";
import type { Context } from "../service/operation.js";
import { checkShape } from "../shape/check.js";
import type { JsonObject } from "../shape/json-object.js";
import type { GroupRecord } from "../world/identity-store.js";
import { invalid } from "./errors.js";
import { externalIdOf, externalIds } from "./external-id.js";
import { readFilter } from "./filter.js";
import { listed } from "./list.js";
import { maxMembers, memberIds, requireUsers } from "./members.js";
import { created, found, nothing, objectOf, type ScimReply, type ScimRequest } from "./request.js";
import { groupOf, userOf } from "./store.js";

const combinations = [
  "displayname",
  "externalid",
  "id",
  "members",
  "members.value",
  "id members",
  "id members.value",
];

export function listGroups(context: Context, request: ScimRequest): ScimReply {
  const text = request.parameters.get("filter");
  const wanted = text === null ? new Map<string, string>() : readFilter(text, combinations);
  const { groups, memberships } = context.world;
  const member = wanted.get("members") ?? wanted.get("members.value") ?? null;
  if (member !== null) userOf(context, member);
  const isWanted = (group: GroupRecord): boolean =>
    (wanted.get("displayname") ?? group.displayName) === group.displayName &&
    (wanted.get("id") ?? group.id) === group.id &&
    (!wanted.has("externalid") || wanted.get("externalid") === externalIdOf(group)) &&
    (member === null ||
      Object.values(memberships).some((m) => m.groupId === group.id && m.userId === member));
  const items = Object.values(groups).filter(isWanted);
  return listed(
    context,
    request,
    items,
    (group) => group.id,
    (group) => shown(request, group),
  );
}

export function getGroup(context: Context, request: ScimRequest): ScimReply {
  return found(shown(request, groupOf(context, request.id)));
}

export function postGroup(context: Context, request: ScimRequest): ScimReply {
  const body = objectOf(request.body);
  if (body === null) throw invalid("The request is not a JSON object.");
  const { displayName, externalId = null, members = [] } = body;
  if (typeof displayName !== "string" || displayName === "") throw invalid("displayName is required.");
  const IdentityStoreId = context.world.instance.identityStoreId;
  const input = { IdentityStoreId, DisplayName: displayName };
  const problem = checkShape(shapes.CreateGroup, input);
  if (problem !== null) throw invalid(problem.message);
  const identifiers = externalIds(context, externalId);
  const users = memberIds(members);
  if (users.length > maxMembers) throw invalid(`A group is created with at most ${maxMembers} members.`);
  requireUsers(context, users);
  const { GroupId = "" } = createGroup(context, input);
  const group = { ...groupOf(context, GroupId), externalIds: identifiers(GroupId) };
  context.world.groups[GroupId] = group;
  for (const UserId of users) createMembership(context, { IdentityStoreId, GroupId, MemberId: { UserId } });
  return created({ ...shown(request, group), members: users.map((value) => memberOf(request, value)) });
}

/** Its memberships go with it; its account assignments stay and name a principal that is no more. */
export function removeGroup(context: Context, request: ScimRequest): ScimReply {
  const { id: GroupId } = groupOf(context, request.id);
  deleteGroup(context, { IdentityStoreId: context.world.instance.identityStoreId, GroupId });
  return nothing;
}

function memberOf(request: ScimRequest, value: string): JsonObject {
  return { value, $ref: `${request.baseUrl}/Users/${value}`, type: "User" };
}

/** No answer about a group tells its members but that to its creation. */
function shown(request: ScimRequest, group: GroupRecord): JsonObject {
  const externalId = externalIdOf(group);
  return {
    id: group.id,
    ...(externalId === null ? {} : { externalId }),
    meta: {
      resourceType: "Group",
      created: new Date(group.createdAt).toISOString(),
      lastModified: new Date(group.updatedAt).toISOString(),
      location: `${request.baseUrl}/Groups/${group.id}`,
    },
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    displayName: group.displayName,
    members: [],
  };
}

import type {
  CreateGroupRequest,
  CreateGroupResponse,
  DeleteGroupRequest,
  DeleteGroupResponse,
  DescribeGroupRequest,
  GetGroupIdRequest,
  GetGroupIdResponse,
  Group,
  ListGroupsRequest,
  ListGroupsResponse,
} from "@aws-sdk/client-identitystore";
import { quotas } from "../quotas.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { GroupRecord } from "../world/identity-store.js";
import { identityStoreMemberId } from "../world/ids.js";
import { duplicate, exceeded, findGroup, missing, paging, requireStore } from "./find.js";
import { byAlternateIdentifier, filtered } from "./lookup.js";

const attributes = { displayname: (group: GroupRecord) => group.displayName };

export function listGroups(context: Context, input: Checked<ListGroupsRequest>): ListGroupsResponse {
  requireStore(context, input);
  const groups = filtered(Object.values(context.world.groups), input.Filters, attributes);
  const { items, next } = page(context, input, groups, (group) => group.id, paging);
  return { Groups: items.map((group) => shown(context, group)), ...next };
}

export function describeGroup(context: Context, input: Checked<DescribeGroupRequest>): Group {
  return shown(context, findGroup(context, input));
}

export function getGroupId(context: Context, input: Checked<GetGroupIdRequest>): GetGroupIdResponse {
  requireStore(context, input);
  const groups = Object.values(context.world.groups);
  const group = byAlternateIdentifier(groups, input.AlternateIdentifier, attributes);
  if (group === undefined) throw missing("GROUP", null);
  return { GroupId: group.id, IdentityStoreId: input.IdentityStoreId };
}

/** Groups made here carry no external id: no provisioner knows them. */
export function createGroup(context: Context, input: Checked<CreateGroupRequest>): CreateGroupResponse {
  requireStore(context, input);
  const { groups } = context.world;
  requireUniqueName(context, input.DisplayName ?? null);
  if (Object.keys(groups).length >= quotas.groups) {
    throw exceeded(`The identity store has ${quotas.groups} groups, which is the quota.`);
  }
  const id = identityStoreMemberId(input.IdentityStoreId);
  groups[id] = {
    id,
    displayName: input.DisplayName ?? null,
    description: input.Description ?? null,
    externalIds: [],
    createdAt: context.now,
    updatedAt: context.now,
  };
  return { GroupId: id, IdentityStoreId: input.IdentityStoreId };
}

/** Its memberships go with it; its account assignments stay and name a principal that is no more, as with AWS. */
export function deleteGroup(context: Context, input: Checked<DeleteGroupRequest>): DeleteGroupResponse {
  const group = findGroup(context, input);
  const { groups, memberships } = context.world;
  for (const membership of Object.values(memberships)) {
    if (membership.groupId === group.id) delete memberships[membership.id];
  }
  delete groups[group.id];
  return {};
}

/** Throws when another group has the name. Names that differ in case are different. */
export function requireUniqueName({ world }: Context, name: string | null): void {
  if (name === null) return;
  if (Object.values(world.groups).some((group) => group.displayName === name)) {
    throw duplicate(`A group with the display name ${name} exists already.`);
  }
}

function shown(context: Context, group: GroupRecord): Group {
  return {
    GroupId: group.id,
    IdentityStoreId: context.world.instance.identityStoreId,
    CreatedAt: new Date(group.createdAt),
    UpdatedAt: new Date(group.updatedAt),
    ...(group.displayName === null ? {} : { DisplayName: group.displayName }),
    ...(group.description === null ? {} : { Description: group.description }),
    ...(group.externalIds.length === 0 ? {} : { ExternalIds: [...group.externalIds] }),
  };
}

import type {
  CreatePermissionSetRequest,
  CreatePermissionSetResponse,
  DeletePermissionSetRequest,
  DeletePermissionSetResponse,
  DescribePermissionSetRequest,
  DescribePermissionSetResponse,
  ListPermissionSetsRequest,
  ListPermissionSetsResponse,
  PermissionSet,
  UpdatePermissionSetRequest,
  UpdatePermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import { quotas } from "../quotas.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { PermissionSetRecord } from "../world/access.js";
import { permissionSetArn } from "../world/ids.js";
import { conflict, exceeded, findInstance, findPermissionSet, paging } from "./find.js";
import { accountsWith } from "./provisioned.js";
import { requireSessionDuration } from "./session.js";
import { tagsFrom } from "./tag-list.js";

export function createPermissionSet(
  context: Context,
  input: Checked<CreatePermissionSetRequest>,
): CreatePermissionSetResponse {
  const instance = findInstance(context, input.InstanceArn);
  requireSessionDuration(input.SessionDuration);
  const tags = tagsFrom({}, input.Tags ?? []);
  const sets = context.world.permissionSets;
  const existing = Object.values(sets);
  if (existing.some((set) => set.name === input.Name)) {
    throw conflict(`PermissionSet with name ${input.Name} already exists.`);
  }
  if (existing.length >= quotas.permissionSetsPerInstance) {
    throw exceeded(
      `The instance has ${quotas.permissionSetsPerInstance} permission sets, which is the quota.`,
    );
  }
  const set: PermissionSetRecord = {
    arn: permissionSetArn(instance.arn),
    name: input.Name,
    description: input.Description ?? null,
    sessionDuration: input.SessionDuration ?? "PT1H",
    relayState: input.RelayState ?? null,
    createdAt: context.now,
    tags,
    managedPolicies: [],
    customerManagedPolicies: [],
    inlinePolicy: null,
    boundary: null,
    revision: 1,
    provisioned: {},
  };
  sets[set.arn] = set;
  return { PermissionSet: shown(set) };
}

export function describePermissionSet(
  context: Context,
  input: Checked<DescribePermissionSetRequest>,
): DescribePermissionSetResponse {
  return { PermissionSet: shown(findPermissionSet(context, input)) };
}

/** A description or duration that is left out stays; a relay state that is left out is cleared, as AWS does. */
export function updatePermissionSet(
  context: Context,
  input: Checked<UpdatePermissionSetRequest>,
): UpdatePermissionSetResponse {
  const set = findPermissionSet(context, input);
  requireSessionDuration(input.SessionDuration);
  set.description = input.Description ?? set.description;
  set.sessionDuration = input.SessionDuration ?? set.sessionDuration;
  set.relayState = input.RelayState ?? null;
  set.revision += 1;
  return {};
}

export function deletePermissionSet(
  context: Context,
  input: Checked<DeletePermissionSetRequest>,
): DeletePermissionSetResponse {
  const set = findPermissionSet(context, input);
  const accounts = accountsWith(context, set);
  if (accounts.length > 0) {
    throw conflict(
      `PermissionSet ${set.name} is in use: it is provisioned to ${accounts.length} account(s).`,
    );
  }
  delete context.world.permissionSets[set.arn];
  return {};
}

export function listPermissionSets(
  context: Context,
  input: Checked<ListPermissionSetsRequest>,
): ListPermissionSetsResponse {
  findInstance(context, input.InstanceArn);
  const arns = Object.keys(context.world.permissionSets);
  const { items, next } = page(context, input, arns, (arn) => arn, paging);
  return { PermissionSets: items, ...next };
}

function shown(set: PermissionSetRecord): PermissionSet {
  return {
    Name: set.name,
    PermissionSetArn: set.arn,
    CreatedDate: new Date(set.createdAt),
    SessionDuration: set.sessionDuration,
    ...(set.description === null ? {} : { Description: set.description }),
    ...(set.relayState === null ? {} : { RelayState: set.relayState }),
  };
}

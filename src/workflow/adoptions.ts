import {
  boundaryAddress,
  customerManagedPolicyAttachmentAddress,
  groupAddress,
  inlinePolicyAddress,
  managedPolicyAttachmentAddress,
  permissionSetAddress,
  resourceType,
} from "../access/address.js";
import { grantAddress, setAddresses } from "../access/declared-addresses.js";
import type { AccessModel, Grant, PermissionSet } from "../access/model.js";
import type { Adoption } from "../access/synth.js";
import type { Directory } from "../directory/directory.js";
import type { AccountAndSet, LiveAssignment, LivePermissionSet } from "../directory/live-access.js";

/** Terraform addresses that the state has. */
type Recorded = ReadonlySet<string>;

/** The grants the state does not know. */
export function unrecordedGrants(model: AccessModel, recorded: Recorded): readonly Grant[] {
  return model.grants.filter((g) => !recorded.has(grantAddress(g)));
}

/** Names of the sets to look up: one of their objects, or an assignment of them, is not in the state. */
export function setsToLookUp(model: AccessModel, recorded: Recorded): ReadonlySet<string> {
  const incomplete = model.permissionSets.filter((s) =>
    setAddresses(s).some((address) => !recorded.has(address)),
  );
  return new Set([
    ...incomplete.map((s) => s.name),
    ...unrecordedGrants(model, recorded).map((g) => g.permissionSet),
  ]);
}

/** The pairs to look up assignments of: an assignment is not in the state, though its set exists. */
export function pairsToLookUp(
  model: AccessModel,
  recorded: Recorded,
  live: readonly LivePermissionSet[],
): readonly AccountAndSet[] {
  const arns = new Map(live.map((s) => [s.name, s.arn]));
  const pairs = unrecordedGrants(model, recorded).flatMap(({ accountId, permissionSet }) => {
    const permissionSetArn = arns.get(permissionSet);
    return permissionSetArn === undefined
      ? []
      : [[`${accountId} ${permissionSetArn}`, { accountId, permissionSetArn }] as const];
  });
  return [...new Map(pairs).values()];
}

/** What is declared, exists in AWS and is not in the state. */
export function adoptions(
  model: AccessModel,
  recorded: Recorded,
  directory: Directory,
  live: readonly LivePermissionSet[],
  assignments: readonly LiveAssignment[],
): readonly Adoption[] {
  const byName = new Map(live.map((s) => [s.name, s]));
  const sets = model.permissionSets.flatMap((set) => {
    const found = byName.get(set.name);
    return found === undefined ? [] : setObjects(set, found, directory.instance.arn);
  });
  const all = [...groups(model, directory), ...sets, ...grants(model, directory, byName, assignments)];
  return all.filter((a) => !recorded.has(a.to));
}

function groups(model: AccessModel, { groups: existing, instance }: Directory): readonly Adoption[] {
  const ids = new Map(existing.map((g) => [g.displayName, g.id]));
  return model.principals.flatMap((p) => {
    const id = ids.get(p.name);
    if (!p.created || id === undefined) return [];
    return [{ to: `${resourceType.group}.${groupAddress(p.name)}`, id: `${instance.identityStoreId}/${id}` }];
  });
}

/** The Terraform objects of a set that exist in AWS, with their import ids. */
function setObjects(set: PermissionSet, live: LivePermissionSet, instanceArn: string): readonly Adoption[] {
  const own = `${live.arn},${instanceArn}`;
  const objects: Adoption[] = [
    { to: `${resourceType.permissionSet}.${permissionSetAddress(set.name)}`, id: own },
  ];
  for (const policy of set.managedPolicies) {
    if (!live.managedPolicies.includes(policy)) continue;
    const to = `${resourceType.managedPolicyAttachment}.${managedPolicyAttachmentAddress(set.name, policy)}`;
    objects.push({ to, id: `${policy},${own}` });
  }
  for (const { name, path } of set.customerManagedPolicies) {
    if (!live.customerManagedPolicies.some((p) => p.name === name && p.path === path)) continue;
    const to = `${resourceType.customerManagedPolicyAttachment}.${customerManagedPolicyAttachmentAddress(set.name, path, name)}`;
    objects.push({ to, id: `${name},${path},${own}` });
  }
  if (set.inlinePolicy !== null && live.hasInlinePolicy) {
    objects.push({ to: `${resourceType.inlinePolicy}.${inlinePolicyAddress(set.name)}`, id: own });
  }
  if (set.permissionsBoundary !== null && live.hasPermissionsBoundary) {
    objects.push({ to: `${resourceType.boundary}.${boundaryAddress(set.name)}`, id: own });
  }
  return objects;
}

function grants(
  model: AccessModel,
  directory: Directory,
  sets: ReadonlyMap<string, LivePermissionSet>,
  assignments: readonly LiveAssignment[],
): readonly Adoption[] {
  const existing = new Set(
    assignments.map((a) => [a.accountId, a.permissionSetArn, a.principalType, a.principalId].join(" ")),
  );
  const ids = principalIds(model, directory);
  return model.grants.flatMap((grant) => {
    const { accountId, principalType, principalName, permissionSet } = grant;
    const arn = sets.get(permissionSet)?.arn;
    const id = ids.get(`${principalType} ${principalName}`);
    if (arn === undefined || id === undefined || !existing.has([accountId, arn, principalType, id].join(" ")))
      return [];
    const to = grantAddress(grant);
    return [{ to, id: [id, principalType, accountId, "AWS_ACCOUNT", arn, directory.instance.arn].join(",") }];
  });
}

function principalIds(model: AccessModel, directory: Directory): ReadonlyMap<string, string> {
  const groupIds = new Map(directory.groups.map((g) => [g.displayName, g.id]));
  return new Map(
    model.principals.flatMap((p) => {
      const id = p.id ?? (p.created ? groupIds.get(p.name) : undefined);
      return id === undefined ? [] : [[`${p.type} ${p.name}`, id] as const];
    }),
  );
}

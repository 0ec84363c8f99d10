import type { Seed } from "../seed.js";
import type { Groups, Memberships, Users } from "./identity-store.js";
import { alphanumeric, hex, identityStoreMemberId } from "./ids.js";
import type { AccountRecord, OrganizationalUnitRecord, OrganizationRecord } from "./organization.js";
import type { World } from "./world.js";

/** A new world with fresh ids from a seed. Its groups and users look as if a SCIM provisioner had made them. */
export function createWorld(seed: Seed, now: number): World {
  const identityStoreId = `d-${hex(10)}`;
  const issuer = `https://scim.aws.com/${identityStoreId}`;
  const members = createMembers(seed, identityStoreId, issuer, now);
  return {
    version: 1,
    instance: {
      arn: `arn:aws:sso:::instance/ssoins-${hex(16)}`,
      identityStoreId,
      ownerAccountId: seed.managementAccount,
      region: seed.region ?? "us-east-1",
      createdAt: now,
      tags: {},
    },
    organization: createOrganization(seed, now),
    ...members,
    permissionSets: {},
    assignments: {},
    operations: { creation: [], deletion: [], provisioning: [] },
  };
}

function createOrganization(seed: Seed, now: number): OrganizationRecord {
  const rootId = `r-${alphanumeric(4)}`;
  const units: Record<string, OrganizationalUnitRecord> = {};
  const accounts: Record<string, AccountRecord> = {};
  const tags: Record<string, Record<string, string>> = {};
  for (const account of seed.accounts) {
    accounts[account.id] = {
      id: account.id,
      name: account.name,
      email: `aws+${account.id}@example.com`,
      state: account.status ?? "ACTIVE",
      closedAt: null,
      parentId: unitOf(account.ou, rootId, units),
      joinedAt: now,
    };
    if (account.tags !== undefined) tags[account.id] = { ...account.tags };
  }
  const id = `o-${alphanumeric(10)}`;
  return { id, rootId, managementAccountId: seed.managementAccount, createdAt: now, units, accounts, tags };
}

/** The id of the OU at the path, made with all OUs above it when there is none yet. */
function unitOf(path: string, rootId: string, units: Record<string, OrganizationalUnitRecord>): string {
  let parentId = rootId;
  for (const name of path.split("/").filter((part) => part !== "")) {
    const known = Object.values(units).find((unit) => unit.parentId === parentId && unit.name === name);
    const unit = known ?? { id: `ou-${rootId.slice(2)}-${alphanumeric(8)}`, name, parentId };
    units[unit.id] = unit;
    parentId = unit.id;
  }
  return parentId;
}

interface Members {
  readonly groups: Groups;
  readonly users: Users;
  readonly memberships: Memberships;
}

function createMembers(seed: Seed, identityStoreId: string, issuer: string, now: number): Members {
  const groups: Groups = {};
  const users: Users = {};
  const memberships: Memberships = {};
  const groupIds = new Map<string, string>();
  for (const displayName of seed.groups) {
    const id = identityStoreMemberId(identityStoreId);
    const externalIds = [{ Issuer: issuer, Id: hex(20) }];
    groups[id] = { id, displayName, description: null, externalIds, createdAt: now, updatedAt: now };
    groupIds.set(displayName, id);
  }
  for (const user of seed.users) {
    const id = identityStoreMemberId(identityStoreId);
    const attributes =
      user.email === undefined ? {} : { Emails: [{ Value: user.email, Type: "work", Primary: true }] };
    const externalIds = [{ Issuer: issuer, Id: hex(20) }];
    const displayName = user.displayName ?? user.userName;
    users[id] = { id, userName: user.userName, displayName, attributes, externalIds, createdAt: now };
    for (const name of user.groups) {
      const groupId = groupIds.get(name);
      if (groupId === undefined)
        throw new Error(`the seed puts ${user.userName} in an unknown group "${name}"`);
      const membershipId = identityStoreMemberId(identityStoreId);
      memberships[membershipId] = { id: membershipId, groupId, userId: id, createdAt: now };
    }
  }
  return { groups, users, memberships };
}

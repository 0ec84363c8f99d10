import {
  DescribeOrganizationCommand,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
  paginateListRoots,
  paginateListTagsForResource,
} from "@aws-sdk/client-organizations";
import type { AwsClients } from "./clients.js";
import type { Account } from "./directory.js";
import { inParallel } from "./in-parallel.js";
import { accountStatus, type Container, childContainer, rootContainer } from "./organization-tree.js";
import type { Progress } from "./progress.js";

/** Enough to use 20 requests a second when an answer takes half a second. */
const atOnce = 10;

type UntaggedAccount = Omit<Account, "tags">;

/** The organization itself. Source: organizations `DescribeOrganization`, which every account of it may ask. */
export interface OrganizationSummary {
  /** 12 digits. */
  readonly managementAccountId: string;
  /** False for one that only bills together: Identity Center needs all features. */
  readonly allFeatures: boolean;
}

export async function readOrganizationSummary({
  organizations,
}: Pick<AwsClients, "organizations">): Promise<OrganizationSummary> {
  const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
  const { MasterAccountId: managementAccountId = "", FeatureSet } = Organization ?? {};
  return { managementAccountId, allFeatures: FeatureSet === "ALL" };
}

/**
 * All accounts with their place: two calls per OU, more where pages end. With `tags` also their tags, for one
 * more call per account; without, an account has none.
 */
export async function readAccounts(
  clients: AwsClients,
  tags: boolean,
  progress: Progress,
): Promise<readonly Account[]> {
  const byId = new Map<string, UntaggedAccount>();
  let level = await readRoots(clients);
  while (level.length > 0) {
    const inside = await inParallel(level, atOnce, async (parent) => {
      // An account that moves while we look is seen twice or not at all; twice must not mean two.
      for (const account of await readAccountsIn(clients, parent)) byId.set(account.id, account);
      progress(`${byId.size} accounts`);
      return readUnitsIn(clients, parent);
    });
    level = inside.flat();
  }
  if (!tags) return [...byId.values()].map((account) => ({ ...account, tags: {} }));
  let tagged = 0;
  return inParallel([...byId.values()], atOnce, async (account) => {
    const tags = await readTags(clients, account.id);
    tagged += 1;
    progress(`tags of ${tagged} of ${byId.size} accounts`);
    return { ...account, tags };
  });
}

async function readRoots({ organizations: client }: AwsClients): Promise<readonly Container[]> {
  const roots: Container[] = [];
  for await (const page of paginateListRoots({ client }, {})) {
    for (const { Id } of page.Roots ?? []) if (Id !== undefined) roots.push(rootContainer(Id));
  }
  return roots;
}

async function readUnitsIn(
  { organizations: client }: AwsClients,
  parent: Container,
): Promise<readonly Container[]> {
  const units: Container[] = [];
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, { ParentId: parent.id })) {
    for (const { Id, Name } of page.OrganizationalUnits ?? []) {
      if (Id !== undefined && Name !== undefined) units.push(childContainer(parent, Id, Name));
    }
  }
  return units;
}

async function readAccountsIn(
  { organizations: client }: AwsClients,
  parent: Container,
): Promise<readonly UntaggedAccount[]> {
  const accounts: UntaggedAccount[] = [];
  for await (const page of paginateListAccountsForParent({ client }, { ParentId: parent.id })) {
    for (const { Id, Name, State, Status } of page.Accounts ?? []) {
      if (Id === undefined) continue;
      const status = accountStatus(State, Status);
      accounts.push({ id: Id, name: Name ?? Id, status, ou: parent.path, ouIds: parent.ids });
    }
  }
  return accounts;
}

async function readTags({ organizations: client }: AwsClients, id: string): Promise<Account["tags"]> {
  const tags: [string, string][] = [];
  for await (const page of paginateListTagsForResource({ client }, { ResourceId: id })) {
    for (const { Key, Value } of page.Tags ?? []) if (Key !== undefined) tags.push([Key, Value ?? ""]);
  }
  return Object.fromEntries(tags);
}

import type { AwsClients } from "./clients.js";
import type { Directory } from "./directory.js";
import { ordered } from "./order.js";
import type { Progress } from "./progress.js";
import { readGroups, readUsers } from "./read-identity-store.js";
import { readInstance } from "./read-instance.js";
import { readAccounts, readOrganizationSummary } from "./read-organization.js";

export interface ReadDirectoryOptions {
  readonly region: string;
  /** Whether the tags of accounts matter: they cost a call per account. */
  readonly tags: boolean;
}

/**
 * Reads everything names are resolved against. Throws the SDK's errors, and an `AwsProblem` when the region
 * has no instance of the organization; `explainAwsError` explains both.
 */
export async function readDirectory(
  clients: AwsClients,
  options: ReadDirectoryOptions,
  progress: Progress = () => {},
): Promise<Directory> {
  const { managementAccountId } = await readOrganizationSummary(clients);
  const instance = await readInstance(clients, options.region, managementAccountId);
  const [accounts, groups, users] = await Promise.all([
    readAccounts(clients, options.tags, progress),
    readGroups(clients, instance.identityStoreId, progress),
    readUsers(clients, instance.identityStoreId, progress),
  ]);
  return ordered({ version: 1, instance, managementAccountId, accounts, groups, users });
}

import { expandAccountType } from "../../access/account-types.js";
import { knownAccounts } from "../../access/accounts.js";
import type { AccessModel, Grant, PermissionSet } from "../../access/model.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { Directory } from "../../directory/directory.js";
import { privilegeOf } from "../../policy/privilege/privilege.js";
import { accessSince, type EarlierAccess } from "../access-since.js";
import type { ReportGrant, ReportInput, ReportSet } from "../html/input.js";
import type { ReportedAudit } from "./read-audit.js";

/** What an access report is made from. */
export interface ReportFacts {
  readonly title: string;
  /** ISO-8601 in UTC. */
  readonly createdAt: string;
  readonly catalog: Catalog;
  readonly model: AccessModel;
  readonly directory: Directory | null;
  /** Null when no audit was given. */
  readonly audit: ReportedAudit | null;
  /** Null when there is no earlier report. */
  readonly earlier: EarlierAccess | null;
}

/** Everything the access report says, in every format. */
export function buildReport(facts: ReportFacts): ReportInput {
  const { title, createdAt, model, directory, audit, earlier } = facts;
  const units = new Map((directory?.accounts ?? []).map((account) => [account.id, account.ou]));
  const types = typesByAccount(facts);
  const grants = model.grants.map((grant) => ({
    ...plain(grant),
    ou: units.get(grant.accountId) ?? null,
    accountTypes: types.get(grant.accountId) ?? [],
  }));
  return {
    title,
    createdAt,
    instance: model.instance,
    grants,
    sets: model.permissionSets.map(shown),
    findings: audit?.findings ?? null,
    drift: audit?.drift ?? null,
    since: earlier === null ? null : accessSince(earlier, grants),
  };
}

/** Account id -> the types it is of, in the order of the catalog. */
function typesByAccount({
  catalog,
  directory,
}: Pick<ReportFacts, "catalog" | "directory">): ReadonlyMap<string, readonly string[]> {
  const known = knownAccounts(catalog, directory);
  const types = new Map<string, string[]>();
  if (known === null) return types;
  for (const type of catalog.accountTypes) {
    for (const { id } of expandAccountType(type, known).accounts) {
      types.set(id, [...(types.get(id) ?? []), type.name]);
    }
  }
  return types;
}

function plain(grant: Grant): Omit<ReportGrant, "ou" | "accountTypes"> {
  const { accountId, accountName, principalType, principalName, permissionSet, expiresAt, sources } = grant;
  return {
    ...{ accountId, accountName, principalType, principalName, permissionSet, expiresAt },
    sources: sources.map(({ file, line, column }) => `${file}:${line}:${column}`),
  };
}

function shown(set: PermissionSet): ReportSet {
  const { name, description, managedPolicies, sessionDuration, inlinePolicy, permissionsBoundary } = set;
  return {
    ...{ name, description, managedPolicies, sessionDuration },
    customerManagedPolicies: set.customerManagedPolicies.map(fullName),
    inlinePolicy: inlinePolicy === null ? null : JSON.stringify(inlinePolicy),
    permissionsBoundary:
      permissionsBoundary === null
        ? null
        : "managedPolicyArn" in permissionsBoundary
          ? permissionsBoundary.managedPolicyArn
          : fullName(permissionsBoundary),
    privilege: privilegeOf(set),
  };
}

function fullName({ path, name }: { readonly path: string; readonly name: string }): string {
  return `${path}${name}`;
}

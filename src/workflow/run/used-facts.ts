import type { AccessModel, Grant, PrincipalType } from "../../access/model.js";
import type { Account, Directory } from "../../directory/directory.js";
import { asObject, parseObject } from "../../terraform/json.js";

/** What of the directory decides a plan, as it is kept in `facts.json`. Lists are in the model's order. */
export interface UsedFacts {
  readonly version: 1;
  readonly instance: { readonly arn: string; readonly identityStoreId: string };
  readonly managementAccountId: string;
  /** The accounts that are granted anything. */
  readonly accounts: readonly UsedAccount[];
  readonly principals: readonly UsedPrincipal[];
  readonly grants: readonly UsedGrant[];
}

export interface UsedAccount {
  readonly id: string;
  /** AWS's name of it, or the catalog's when it is in no organization that was read. */
  readonly name: string;
  /** As in the directory: "/Platform/Dev". Null when the directory does not have the account. */
  readonly ou: string | null;
  readonly status: Account["status"] | null;
}

export interface UsedPrincipal {
  readonly type: PrincipalType;
  readonly name: string;
  /** Null for a group that Terraform creates, and for one that is not there. */
  readonly id: string | null;
}

/** Account id, principal type, principal, set, end, and the account type that led there. */
export type UsedGrant = readonly [
  accountId: string,
  type: PrincipalType,
  principal: string,
  permissionSet: string,
  expiresAt: string | null,
  accountType: string | null,
];

/** The facts of a model; what the catalog alone decides is in the catalog's own hash. */
export function usedFacts(model: AccessModel, directory: Directory): UsedFacts {
  const { arn, identityStoreId } = directory.instance;
  return {
    version: 1,
    instance: { arn, identityStoreId },
    managementAccountId: directory.managementAccountId,
    accounts: usedAccounts(model.grants, directory.accounts),
    principals: model.principals.map(({ type, name, id }) => ({ type, name, id })),
    grants: model.grants.map((g) => [
      ...([g.accountId, g.principalType, g.principalName, g.permissionSet] as const),
      ...([g.expiresAt, g.accountType] as const),
    ]),
  };
}

function usedAccounts(grants: readonly Grant[], known: readonly Account[]): readonly UsedAccount[] {
  const names = new Map(grants.map((g) => [g.accountId, g.accountName]));
  const byId = new Map(known.map((account) => [account.id, usedAccount(account)]));
  return [...names].map(([id, name]) => byId.get(id) ?? { id, name, ou: null, status: null });
}

/** What of an account is kept. */
export function usedAccount({ id, name, ou, status }: Account): UsedAccount {
  return { id, name, ou, status };
}

/** The text of `facts.json`. */
export function factsText(facts: UsedFacts): string {
  return `${JSON.stringify(facts)}\n`;
}

/** Reads `facts.json`; null when it is something else. */
export function readFacts(text: string): UsedFacts | null {
  const json = parseObject(text);
  const lists = [json?.accounts, json?.principals, json?.grants];
  const fits = json?.version === 1 && asObject(json.instance) !== null && lists.every(Array.isArray);
  return fits ? (json as unknown as UsedFacts) : null;
}

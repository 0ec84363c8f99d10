import { quotas } from "../quotas.js";
import { failure } from "../service/failure.js";
import type { Context } from "../service/operation.js";
import type { Paging } from "../service/page.js";
import type { AccountRecord } from "../world/organization.js";

export const paging: Paging = { size: quotas.organizationsPageSize, invalidCode: "InvalidInputException" };

export function findAccount({ world }: Context, id: string): AccountRecord {
  const account = world.organization.accounts[id];
  if (account !== undefined) return account;
  throw failure("AccountNotFoundException", `Account ${id} is not a member of the organization.`);
}

/** Whether the id is the root's or an OU's. */
export function isParent({ world }: Context, id: string): boolean {
  const { rootId, units } = world.organization;
  return id === rootId || Object.hasOwn(units, id);
}

export function requireParent(context: Context, id: string, code = "ParentNotFoundException"): void {
  if (!isParent(context, id)) throw failure(code, `There is no root or organizational unit ${id}.`);
}

/** The path of ids from the organization to a parent, as in `Paths`: `o-…/r-…/ou-…/`. */
export function idPath({ world }: Context, parentId: string): string {
  const { id, rootId, units } = world.organization;
  const ids: string[] = [];
  for (let at = units[parentId]; at !== undefined; at = units[at.parentId]) ids.unshift(at.id);
  return `${[id, rootId, ...ids].join("/")}/`;
}

/** The ARN of something in the organization, such as `account/o-…/111111111111`. */
export function arnOf({ world }: Context, kind: string, ...ids: readonly string[]): string {
  const { id, managementAccountId } = world.organization;
  return `arn:aws:organizations::${managementAccountId}:${[kind, id, ...ids].join("/")}`;
}

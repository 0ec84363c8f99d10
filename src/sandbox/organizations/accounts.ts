import type {
  Account,
  AccountState,
  AccountStatus,
  CloseAccountRequest,
  DescribeAccountRequest,
  DescribeAccountResponse,
  ListAccountsForParentRequest,
  ListAccountsForParentResponse,
  ListAccountsRequest,
  ListAccountsResponse,
  MoveAccountRequest,
} from "@aws-sdk/client-organizations";
import { failure } from "../service/failure.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { AccountRecord } from "../world/organization.js";
import { arnOf, findAccount, idPath, paging, requireParent } from "./find.js";

const statuses = {
  ACTIVE: "ACTIVE",
  SUSPENDED: "SUSPENDED",
  PENDING_CLOSURE: "PENDING_CLOSURE",
  CLOSED: "SUSPENDED",
} as const satisfies Partial<Record<AccountState, AccountStatus>>;

export function listAccounts(context: Context, input: Checked<ListAccountsRequest>): ListAccountsResponse {
  const accounts = Object.values(context.world.organization.accounts);
  const { items, next } = page(context, input, accounts, (account) => account.id, paging);
  return { Accounts: items.map((account) => shown(context, account)), ...next };
}

export function listAccountsForParent(
  context: Context,
  input: Checked<ListAccountsForParentRequest>,
): ListAccountsForParentResponse {
  requireParent(context, input.ParentId);
  const all = Object.values(context.world.organization.accounts);
  const accounts = all.filter((account) => account.parentId === input.ParentId);
  const { items, next } = page(context, input, accounts, (account) => account.id, paging);
  return { Accounts: items.map((account) => shown(context, account)), ...next };
}

export function describeAccount(
  context: Context,
  input: Checked<DescribeAccountRequest>,
): DescribeAccountResponse {
  return { Account: shown(context, findAccount(context, input.AccountId)) };
}

export function moveAccount(context: Context, input: Checked<MoveAccountRequest>): object {
  const account = findAccount(context, input.AccountId);
  requireParent(context, input.SourceParentId, "SourceParentNotFoundException");
  requireParent(context, input.DestinationParentId, "DestinationParentNotFoundException");
  if (account.parentId !== input.SourceParentId) {
    const message = `Account ${account.id} is not in ${input.SourceParentId}.`;
    throw failure("SourceParentNotFoundException", message);
  }
  if (account.parentId === input.DestinationParentId) {
    const message = `Account ${account.id} is in ${input.DestinationParentId} already.`;
    throw failure("DuplicateAccountException", message);
  }
  account.parentId = input.DestinationParentId;
  return {};
}

/** PENDING_CLOSURE at once, CLOSED after the latency. */
export function closeAccount(context: Context, input: Checked<CloseAccountRequest>): object {
  const account = findAccount(context, input.AccountId);
  if (account.id === context.world.organization.managementAccountId) {
    const members = { Reason: "CANNOT_CLOSE_MANAGEMENT_ACCOUNT" };
    throw failure("ConstraintViolationException", "The management account cannot be closed.", members);
  }
  if (account.state !== "ACTIVE") {
    throw failure("AccountAlreadyClosedException", `Account ${account.id} is ${account.state}.`);
  }
  account.state = "PENDING_CLOSURE";
  account.closedAt = context.now + context.latencyMs;
  return {};
}

function shown(context: Context, account: AccountRecord): Account {
  const closed = account.closedAt !== null && context.now >= account.closedAt;
  const state = closed ? "CLOSED" : account.state;
  return {
    Id: account.id,
    Arn: arnOf(context, "account", account.id),
    Email: account.email,
    Name: account.name,
    Status: statuses[state],
    State: state,
    Paths: [`${idPath(context, account.parentId)}${account.id}/`],
    JoinedMethod: "CREATED",
    JoinedTimestamp: new Date(account.joinedAt),
  };
}

import type {
  ListAccountsForProvisionedPermissionSetRequest,
  ListAccountsForProvisionedPermissionSetResponse,
  ListPermissionSetsProvisionedToAccountRequest,
  ListPermissionSetsProvisionedToAccountResponse,
  ProvisioningStatus,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { PermissionSetRecord } from "../world/access.js";
import { findInstance, findPermissionSet, paging } from "./find.js";
import { accountsWith } from "./provisioned.js";

export function listAccountsForSet(
  context: Context,
  input: Checked<ListAccountsForProvisionedPermissionSetRequest>,
): ListAccountsForProvisionedPermissionSetResponse {
  const set = findPermissionSet(context, input);
  const accounts = accountsWith(context, set).filter((id) => matches(set, id, input.ProvisioningStatus));
  const { items, next } = page(context, input, accounts, (id) => id, paging);
  return { AccountIds: items, ...next };
}

export function listSetsForAccount(
  context: Context,
  input: Checked<ListPermissionSetsProvisionedToAccountRequest>,
): ListPermissionSetsProvisionedToAccountResponse {
  findInstance(context, input.InstanceArn);
  const sets = Object.values(context.world.permissionSets).filter(
    (set) =>
      matches(set, input.AccountId, input.ProvisioningStatus) &&
      accountsWith(context, set).includes(input.AccountId),
  );
  const { items, next } = page(context, input, sets, (set) => set.arn, paging);
  return { PermissionSets: items.map((set) => set.arn), ...next };
}

function matches(
  set: PermissionSetRecord,
  accountId: string,
  status: ProvisioningStatus | undefined,
): boolean {
  if (status === undefined) return true;
  const latest = set.provisioned[accountId] === set.revision;
  return latest === (status === "LATEST_PERMISSION_SET_PROVISIONED");
}

import { compareText } from "../diagnostic/order.js";
import type { GrantRow } from "./grant-row.js";
import type { IndexedFacts } from "./index-facts.js";

const targetType = "AWS_ACCOUNT";

/** The grants of the catalog and those of AWS, each in one order, so that they can be compared line by line. */
export function grantRows({ model, directory, ids, liveSets, liveGrants }: IndexedFacts): {
  readonly expected: readonly GrantRow[];
  readonly actual: readonly GrantRow[];
} {
  const instanceArn = directory.instance.arn;
  const accounts = new Map(directory.accounts.map((account) => [account.id, account.name]));
  const expected = model.grants.map((grant): GrantRow => {
    const { principalType, principalName, permissionSet, accountId, accountName } = grant;
    return {
      ...{ instanceArn, principalType, principalName, permissionSet, targetType },
      principalId: ids.get(`${principalType} ${principalName}`) ?? null,
      permissionSetArn: liveSets.get(permissionSet)?.arn ?? null,
      targetId: accountId,
      // AWS's own name, as in the other list: the catalog may call the account something else.
      targetName: accounts.get(accountId) ?? accountName,
    };
  });
  const actual = liveGrants.map((grant): GrantRow => {
    const { principalType, principalId, principalName, permissionSetArn, set, accountId, account } = grant;
    return {
      ...{ instanceArn, principalType, principalId, principalName, permissionSetArn, targetType },
      permissionSet: set?.name ?? null,
      targetId: accountId,
      targetName: account?.name ?? null,
    };
  });
  return { expected: sorted(expected), actual: sorted(actual) };
}

function sorted(rows: readonly GrantRow[]): readonly GrantRow[] {
  const keyOf = (row: GrantRow): string =>
    [
      row.targetId,
      row.principalType,
      row.principalName ?? row.principalId,
      row.permissionSet ?? row.permissionSetArn,
    ].join("\n");
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ row }) => row);
}

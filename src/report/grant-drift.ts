import type { GrantRow } from "../audit/grant-row.js";
import type { PlainGrant } from "./access-since.js";

/** Grants in which AWS and the catalog differ. */
export interface GrantDrift {
  /** In the catalog, not in AWS. */
  readonly missing: readonly PlainGrant[];
  /** In AWS, not in the catalog. */
  readonly undeclared: readonly PlainGrant[];
}

/** Compares what the catalog says with what AWS has, as an audit's result gives both. */
export function grantDrift(expected: readonly GrantRow[], actual: readonly GrantRow[]): GrantDrift {
  return { missing: without(expected, actual), undeclared: without(actual, expected) };
}

function without(rows: readonly GrantRow[], others: readonly GrantRow[]): readonly PlainGrant[] {
  const known = new Set(others.flatMap(keysOf));
  return rows.filter((row) => !keysOf(row).some((key) => known.has(key))).map(plain);
}

/** By ids and by names: the catalog may know only the one, AWS always tells the other. */
function keysOf(row: GrantRow): readonly string[] {
  const whos = [row.principalId, row.principalName === null ? null : `=${row.principalName}`];
  const sets = [row.permissionSetArn, row.permissionSet === null ? null : `=${row.permissionSet}`];
  return whos.flatMap((who) =>
    sets.flatMap((set) =>
      who === null || set === null ? [] : [JSON.stringify([row.targetId, row.principalType, who, set])],
    ),
  );
}

function plain(row: GrantRow): PlainGrant {
  return {
    accountId: row.targetId,
    accountName: row.targetName ?? row.targetId,
    principalType: row.principalType,
    principalName: row.principalName ?? row.principalId ?? "unknown",
    permissionSet: row.permissionSet ?? row.permissionSetArn ?? "unknown",
    expiresAt: null,
  };
}

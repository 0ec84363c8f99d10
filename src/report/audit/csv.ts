import { stringify } from "csv-stringify/sync";
import type { GrantRow } from "../../audit/grant-row.js";
import { visible } from "../../diagnostic/visible.js";

const header = [
  "instance",
  "principal_type",
  "principal_id",
  "principal_name",
  "permission_set_arn",
  "permission_set_name",
  "target_type",
  "target_id",
  "target_name",
] as const;

/** One line a grant, whatever is in its names, so that two of these files can be compared line by line. */
export function grantsCsv(rows: readonly GrantRow[]): string {
  return stringify([header, ...rows.map(csvRow)], { escape_formulas: true });
}

function csvRow(row: GrantRow): readonly string[] {
  const cells = [
    row.instanceArn,
    row.principalType,
    row.principalId,
    row.principalName,
    row.permissionSetArn,
    row.permissionSet,
    row.targetType,
    row.targetId,
    row.targetName,
  ];
  return cells.map((cell) => visible(cell ?? ""));
}

import { stringify } from "csv-stringify/sync";
import { visible } from "../../diagnostic/visible.js";
import type { ReportGrant, ReportInput } from "../html/input.js";

const header = [
  "account_id",
  "account_name",
  "organizational_unit",
  "account_types",
  "principal_type",
  "principal_name",
  "permission_set",
  "privilege",
  "expires_at",
  "sources",
];

/** A line a grant, with how much it allows. Formulas are kept from spreadsheets. */
export function reportCsv({ grants, sets }: ReportInput): string {
  const privileges = new Map(sets.map((set) => [set.name, set.privilege]));
  const rows = grants.map((grant) => row(grant, privileges.get(grant.permissionSet) ?? ""));
  return stringify([header, ...rows], { escape_formulas: true });
}

function row(grant: ReportGrant, privilege: string): readonly string[] {
  return [
    grant.accountId,
    grant.accountName,
    grant.ou ?? "",
    grant.accountTypes.join(" "),
    grant.principalType,
    grant.principalName,
    grant.permissionSet,
    privilege,
    grant.expiresAt ?? "",
    grant.sources.join(" "),
  ].map(visible);
}

import { stringify } from "csv-stringify/sync";
import { grouped } from "../access/grouped.js";
import type { AccessModel, Grant } from "../access/model.js";
import { counted } from "../diagnostic/counted.js";
import { visible } from "../diagnostic/visible.js";
import { markdownText } from "./markdown-text.js";
import { table } from "./table.js";

export type AccessFormat = "text" | "json" | "csv" | "markdown";

/** The expanded grants, in each format `identity access` offers. */
export const accessReports: Readonly<Record<AccessFormat, (model: AccessModel) => string>> = {
  text: accessText,
  json: accessJson,
  csv: accessCsv,
  markdown: accessMarkdown,
};

/** See docs/json/access.schema.json. */
function accessJson(model: AccessModel): string {
  const grants = model.grants.map((grant) => ({
    ...grant,
    sources: grant.sources.map(({ file, line, column }) => ({ file, line, column })),
  }));
  return `${JSON.stringify({ version: 1, grants, permissionSets: model.permissionSets }, null, 2)}\n`;
}

function accessCsv(model: AccessModel): string {
  const header = [
    "accountId",
    "accountName",
    "principalType",
    "principalName",
    "permissionSet",
    "accountType",
    "expiresAt",
    "sources",
  ];
  const options = { escape_formulas: true };
  // Account by account, so that the rows of a large catalog do not all live at once: that takes twice as long.
  const parts = grouped(model.grants, (g) => g.accountId).map((grants) =>
    stringify(grants.map(csvRow), options),
  );
  return stringify([header], options) + parts.join("");
}

function csvRow(grant: Grant): readonly string[] {
  const { accountId, accountName, principalType, principalName, permissionSet } = grant;
  const type = grant.accountType ?? "";
  const end = grant.expiresAt ?? "";
  return [accountId, accountName, principalType, principalName, permissionSet, type, end, sources(grant)];
}

function accessMarkdown(model: AccessModel): string {
  const rows = byPrincipal(model.grants).map(
    ({ first, sets }) =>
      `| ${markdownText(first.accountName)} | ${first.accountId} | ${kind(first)} ${markdownText(first.principalName)} | ${sets.map(markdownText).join(", ")} |`,
  );
  return ["| Account | Id | Who | Permission sets |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function accessText(model: AccessModel): string {
  const groups = byPrincipal(model.grants);
  const lines = table(groups.map(accessRow)).split("\n");
  const rows = groups.map(({ first }, i) => ({ account: first, line: lines[i] ?? "" }));
  const shown = grouped(rows, (row) => row.account.accountId).map((inAccount) => {
    const { accountName, accountId } = inAccount[0].account;
    return `${visible(accountName)} (${accountId})\n${inAccount.map((row) => row.line).join("\n")}\n`;
  });
  return `${shown.join("\n")}\n${accessCount(model)}\n`;
}

/** Who, what, by which account type, and the lines of the catalog that say so. */
function accessRow({ first, sets, places }: PrincipalAccess): readonly string[] {
  const type = first.accountType === null ? "" : `by type ${first.accountType}`;
  return [`  ${kind(first)} ${visible(first.principalName)}`, sets.join(", "), type, [...places].join(" ")];
}

/** `61 grants in 11 accounts, 10 permission sets` */
export function accessCount(model: AccessModel): string {
  const accounts = new Set(model.grants.map((g) => g.accountId)).size;
  return `${counted(model.grants.length, "grant")} in ${counted(accounts, "account")}, ${counted(model.permissionSets.length, "permission set")}`;
}

/** What one principal has in one account. */
interface PrincipalAccess {
  readonly first: Grant;
  readonly sets: readonly string[];
  /** `file:line` of every source, each once. */
  readonly places: ReadonlySet<string>;
}

function byPrincipal(grants: readonly Grant[]): readonly PrincipalAccess[] {
  return grouped(grants, (g) => g.accountId)
    .flatMap((inAccount) => grouped(inAccount, (g) => `${g.principalType} ${g.principalName}`))
    .map((same) => ({
      first: same[0],
      sets: same.map((g) => g.permissionSet),
      places: new Set(same.flatMap((g) => g.sources.map(({ file, line }) => `${file}:${line}`))),
    }));
}

function kind(grant: Grant): string {
  return grant.principalType === "GROUP" ? "group" : "user";
}

function sources(grant: Grant): string {
  return grant.sources.map((s) => `${s.file}:${s.line}:${s.column}`).join(" ");
}

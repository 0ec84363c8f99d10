import { stringify } from "csv-stringify/sync";
import type { AccessModel, Grant } from "../access/model.js";
import { counted } from "../diagnostic/counted.js";
import { visible } from "../diagnostic/visible.js";
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
  const rows = model.grants.map((g) => [
    g.accountId,
    g.accountName,
    g.principalType,
    g.principalName,
    g.permissionSet,
    g.accountType ?? "",
    g.expiresAt ?? "",
    sources(g),
  ]);
  return stringify([header, ...rows], { escape_formulas: true });
}

function accessMarkdown(model: AccessModel): string {
  const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, "\\$&").replaceAll("\n", " ");
  const rows = byPrincipal(model.grants).map(
    ({ first, sets }) =>
      `| ${cell(first.accountName)} | ${first.accountId} | ${kind(first)} ${cell(first.principalName)} | ${sets.map(cell).join(", ")} |`,
  );
  return ["| Account | Id | Who | Permission sets |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function accessText(model: AccessModel): string {
  const groups = byPrincipal(model.grants);
  const lines = table(groups.map(accessRow)).split("\n");
  const blocks = new Map<string, string[]>();
  groups.forEach(({ first }, i) => {
    const title = `${visible(first.accountName)} (${first.accountId})`;
    blocks.set(title, [...(blocks.get(title) ?? []), lines[i] ?? ""]);
  });
  const shown = [...blocks].map(([title, rows]) => `${title}\n${rows.join("\n")}\n`);
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
  readonly sets: string[];
  /** `file:line` of every source, each once. */
  readonly places: Set<string>;
}

function byPrincipal(grants: readonly Grant[]): readonly PrincipalAccess[] {
  const groups = new Map<string, PrincipalAccess>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.accountId, grant.principalType, grant.principalName]);
    const group = groups.get(key) ?? { first: grant, sets: [], places: new Set() };
    group.sets.push(grant.permissionSet);
    for (const { file, line } of grant.sources) group.places.add(`${file}:${line}`);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function kind(grant: Grant): string {
  return grant.principalType === "GROUP" ? "group" : "user";
}

function sources(grant: Grant): string {
  return grant.sources.map((s) => `${s.file}:${s.line}:${s.column}`).join(" ");
}

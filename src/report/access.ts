import { stringify } from "csv-stringify/sync";
import type { AccessModel, Grant } from "../access/model.js";
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
  const accounts = new Map<string, string[][]>();
  for (const { first, sets } of byPrincipal(model.grants)) {
    const title = `${first.accountName} (${first.accountId})`;
    const type = first.accountType === null ? "" : `by type ${first.accountType}`;
    const rows = accounts.get(title) ?? [];
    accounts.set(title, [...rows, [`  ${kind(first)} ${first.principalName}`, sets.join(", "), type]]);
  }
  const width = table([...accounts.values()].flat()).split("\n");
  let line = 0;
  const blocks = [...accounts].map(([title, rows]) => {
    const lines = width.slice(line, line + rows.length);
    line += rows.length;
    return `${title}\n${lines.join("\n")}\n`;
  });
  return `${blocks.join("\n")}\n${accessCount(model)}\n`;
}

/** `61 grants in 11 accounts, 10 permission sets` */
export function accessCount(model: AccessModel): string {
  const accounts = new Set(model.grants.map((g) => g.accountId)).size;
  const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
  return `${plural(model.grants.length, "grant")} in ${plural(accounts, "account")}, ${plural(model.permissionSets.length, "permission set")}`;
}

function byPrincipal(
  grants: readonly Grant[],
): readonly { readonly first: Grant; readonly sets: readonly string[] }[] {
  const groups = new Map<string, { first: Grant; sets: string[] }>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.accountId, grant.principalType, grant.principalName]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: grant, sets: [grant.permissionSet] });
    else known.sets.push(grant.permissionSet);
  }
  return [...groups.values()];
}

function kind(grant: Grant): string {
  return grant.principalType === "GROUP" ? "group" : "user";
}

function sources(grant: Grant): string {
  return grant.sources.map((s) => `${s.file}:${s.line}:${s.column}`).join(" ");
}

import { isNearlyFull, type QuotaUse } from "../audit/quota-use.js";
import { visible } from "../diagnostic/visible.js";
import type { Paint } from "./paint.js";
import { table } from "./table.js";

/** See docs/json/quotas.schema.json. */
export function quotasJson(quotas: readonly QuotaUse[]): string {
  return `${JSON.stringify({ version: 1, quotas: quotas.map(quotaFields) }, null, 2)}\n`;
}

/** A quota as every JSON output has it. */
export function quotaFields({
  quota,
  used,
  limit,
  percent,
  subject,
  place,
  raisable,
  next,
}: QuotaUse): object {
  const { accountId = null, permissionSet = null } = place;
  return { quota, used, limit, percent, subject, accountId, permissionSet, raisable, next };
}

/** A line for each quota: how much of it is used, and where; below it what hits it next. */
export function quotasText(quotas: readonly QuotaUse[], paint: Paint): string {
  const columns = [
    ["quota", ...quotas.map((q) => visible(q.quota))],
    toTheRight(["used", ...quotas.map((q) => `${q.used}`)]),
    toTheRight(["limit", ...quotas.map((q) => `${q.limit}`)]),
    toTheRight(["", ...quotas.map((q) => `${q.percent} %`)]),
    ["", ...quotas.map((q) => bar(q.percent))],
    ["raised", ...quotas.map((q) => (q.raisable ? "on request" : "never"))],
    ["where", ...quotas.map((q) => visible(q.subject ?? "the instance"))],
  ];
  const rows = ["", ...quotas].map((_, i) => columns.map((column) => column[i] ?? ""));
  const [titles = "", ...lines] = table(rows).trimEnd().split("\n");
  const shown = quotas.map((q, i) => `${painted(q, lines[i] ?? "", paint)}\n  ${visible(q.next)}\n`);
  return `${paint("bold", titles)}\n${shown.join("")}`;
}

function toTheRight(cells: readonly string[]): readonly string[] {
  const width = cells.reduce((most, cell) => Math.max(most, cell.length), 0);
  return cells.map((cell) => cell.padStart(width));
}

/** Ten places, full ones first: only what is at its limit fills all of them. */
function bar(percent: number): string {
  const full = Math.min(10, Math.floor(percent / 10));
  return `${"█".repeat(full)}${"░".repeat(10 - full)}`;
}

function painted(quota: QuotaUse, line: string, paint: Paint): string {
  if (quota.used >= quota.limit) return paint("red", line);
  return isNearlyFull(quota) ? paint("yellow", line) : line;
}

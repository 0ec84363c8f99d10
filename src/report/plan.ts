import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Run } from "../terraform/run.js";
import type { PlannedGrant, PlanSummary } from "../workflow/summary.js";
import type { Paint } from "./paint.js";
import { table } from "./table.js";

const marks = { remove: "-", replace: "±", adopt: "=", add: "+" } as const;
const colours = { remove: "red", replace: "yellow", adopt: "cyan", add: "green" } as const;
const words = { remove: "taken away", replace: "replaced", adopt: "adopted", add: "added" } as const;
const order = ["remove", "replace", "adopt", "add"] as const;

/** What a plan means for access, removals first. */
export function planText(summary: PlanSummary, paint: Paint): string {
  const parts = order.map((kind) => grantsOf(summary, kind, paint)).filter((p) => p !== "");
  const objects = summary.objects.map(
    ({ change, address }) =>
      `  ${paint(change === "delete" || change === "replace" ? "red" : "dim", change.padEnd(7))} ${address}\n`,
  );
  const rest =
    objects.length === 0
      ? ""
      : `${paint("bold", "Permission sets, their policies and groups")}\n${objects.join("")}`;
  return [...parts, rest].filter((p) => p !== "").join("\n");
}

function grantsOf(summary: PlanSummary, kind: PlannedGrant["change"], paint: Paint): string {
  const grants = summary.grants.filter((g) => g.change === kind);
  if (grants.length === 0) return "";
  const rows = new Map<string, { who: string; where: string; sets: string[] }>();
  for (const g of grants) {
    const key = JSON.stringify([g.principalType, g.principalName, g.accountId]);
    const who = g.principalType === "GROUP" ? g.principalName : `user ${g.principalName}`;
    const row = rows.get(key) ?? { who, where: g.accountName, sets: [] };
    row.sets.push(g.permissionSet);
    rows.set(key, row);
  }
  const lines = table(
    [...rows.values()].map((r) => [`  ${marks[kind]} ${r.who}`, `-> ${r.where}`, r.sets.join(", ")]),
  );
  const title = `${grants.length} ${grants.length === 1 ? "grant" : "grants"} ${words[kind]}`;
  return `${paint("bold", title)}\n${paint(colours[kind], lines.trimEnd())}\n`;
}

/** One line: `61 grants added; 10 permission sets …` in Terraform's own counts. */
export function planCount(summary: PlanSummary): string {
  const { create, update, delete: removed, replace, adopt } = summary.resources;
  return `Terraform: ${create} to add, ${update} to change, ${replace} to replace, ${removed} to destroy, ${adopt} to adopt`;
}

/** See docs/json/plan.schema.json. */
export function planJson(
  run: Run,
  changes: boolean,
  summary: PlanSummary,
  diagnostics: readonly Diagnostic[],
): string {
  const found = diagnostics.map(({ code, severity, message }) => ({ code, severity, message }));
  return `${JSON.stringify({ version: 1, run: runFields(run), changes, summary, diagnostics: found }, null, 2)}\n`;
}

/** See docs/json/run.schema.json. */
export function runJson(run: Run): string {
  return `${JSON.stringify({ version: 1, run: runFields(run) }, null, 2)}\n`;
}

function runFields({ id, stack, createdAt, appliedAt, instanceArn }: Run): Record<string, unknown> {
  return { id, stack, createdAt, appliedAt, instanceArn };
}

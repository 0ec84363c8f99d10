import { resourceType } from "../access/address.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { visible } from "../diagnostic/visible.js";
import type { Run } from "../terraform/run.js";
import type { PlannedGrant, PlannedObject, PlanSummary } from "../workflow/summary.js";
import { diagnosticsJson } from "./diagnostics.js";
import type { Paint, Style } from "./paint.js";
import { table } from "./table.js";

const marks = { remove: "-", replace: "±", adopt: "=", add: "+" } as const;
const colours = { remove: "red", replace: "yellow", adopt: "cyan", add: "green" } as const;
const words = { remove: "taken away", replace: "replaced", adopt: "adopted", add: "added" } as const;
const order = ["remove", "replace", "adopt", "add"] as const;

/** What a plan means for access, removals first. */
export function planText(summary: PlanSummary, paint: Paint): string {
  const parts = order.map((kind) => grantsOf(summary, kind, paint)).filter((p) => p !== "");
  const objects = objectLines(summary.objects, paint);
  const rest =
    objects === "" ? "" : `${paint("bold", "Permission sets, their policies and groups")}\n${objects}`;
  return [...parts, rest].filter((p) => p !== "").join("\n");
}

const kinds: Readonly<Record<string, string>> = {
  [resourceType.permissionSet]: "permission sets",
  [resourceType.managedPolicyAttachment]: "managed policy attachments",
  [resourceType.customerManagedPolicyAttachment]: "customer managed policy attachments",
  [resourceType.inlinePolicy]: "inline policies",
  [resourceType.boundary]: "permissions boundaries",
  [resourceType.group]: "groups",
};

/** Anything else takes something away. */
const objectColours: Readonly<Record<string, Style>> = { update: "yellow", move: "cyan" };

/** New and adopted objects are counted, since the sets' names say what they are; anything else is listed. */
function objectLines(objects: readonly PlannedObject[], paint: Paint): string {
  const counted = new Map<string, number>();
  const listed: string[] = [];
  for (const { change, address } of objects) {
    const kind = kinds[address.slice(0, address.indexOf("."))] ?? "other objects";
    const key = `${change} ${kind}`;
    if (change === "create" || change === "adopt") counted.set(key, (counted.get(key) ?? 0) + 1);
    else listed.push(`  ${paint(objectColours[change] ?? "red", change.padEnd(7))} ${address}\n`);
  }
  const counts = [...counted].map(([key, n]) => {
    const [change, ...kind] = key.split(" ");
    return `  ${paint(change === "adopt" ? "cyan" : "green", (change ?? "").padEnd(7))} ${n} ${kind.join(" ")}\n`;
  });
  return [...listed, ...counts].join("");
}

function grantsOf(summary: PlanSummary, kind: PlannedGrant["change"], paint: Paint): string {
  const grants = summary.grants.filter((g) => g.change === kind);
  if (grants.length === 0) return "";
  const rows = new Map<string, { who: string; where: string; sets: string[] }>();
  for (const g of grants) {
    const key = JSON.stringify([g.principalType, g.principalName, g.accountId]);
    const name = visible(g.principalName);
    const who = g.principalType === "GROUP" ? name : `user ${name}`;
    const row = rows.get(key) ?? { who, where: visible(g.accountName), sets: [] };
    row.sets.push(g.permissionSet);
    rows.set(key, row);
  }
  const lines = table(
    [...rows.values()].map((r) => [`  ${marks[kind]} ${r.who}`, `-> ${r.where}`, r.sets.join(", ")]),
  );
  const title = `${grants.length} ${grants.length === 1 ? "grant" : "grants"} ${words[kind]}`;
  return `${paint("bold", title)}\n${paint(colours[kind], lines.trimEnd())}\n`;
}

/** One line in Terraform's own counts: `Terraform: 3 to add, 0 to change, …`. Moves and removals from the state are rare. */
export function planCount(summary: PlanSummary): string {
  const { create, update, delete: removed, replace, adopt, move, forget } = summary.resources;
  const usual = `${create} to add, ${update} to change, ${replace} to replace, ${removed} to destroy, ${adopt} to adopt`;
  const moved = move === 0 ? "" : `, ${move} to move`;
  return `Terraform: ${usual}${moved}${forget === 0 ? "" : `, ${forget} to forget`}`;
}

/** See docs/json/plan.schema.json. */
export function planJson(
  run: Run,
  changes: boolean,
  summary: PlanSummary,
  diagnostics: readonly Diagnostic[],
): string {
  // Exactly the fields of the diagnostics object, so that one reader serves both.
  const { diagnostics: found } = JSON.parse(diagnosticsJson(diagnostics));
  return `${JSON.stringify({ version: 1, run: runFields(run), changes, summary, diagnostics: found }, null, 2)}\n`;
}

/** See docs/json/run.schema.json. */
export function runJson(run: Run): string {
  return `${JSON.stringify({ version: 1, run: runFields(run) }, null, 2)}\n`;
}

function runFields({ id, stack, createdAt, appliedAt, instanceArn }: Run): Record<string, unknown> {
  return { id, stack, createdAt, appliedAt, instanceArn };
}

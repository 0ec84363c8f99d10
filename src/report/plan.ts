import { resourceType } from "../access/address.js";
import { counted } from "../diagnostic/counted.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { visible } from "../diagnostic/visible.js";
import type { Run } from "../workflow/run/run.js";
import type { PlannedGrant, PlannedObject, PlanSummary } from "../workflow/summary.js";
import { diagnosticFields } from "./diagnostics.js";
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

/** One and many. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  [resourceType.permissionSet]: ["permission set", "permission sets"],
  [resourceType.managedPolicyAttachment]: ["managed policy attachment", "managed policy attachments"],
  [resourceType.customerManagedPolicyAttachment]: [
    "customer managed policy attachment",
    "customer managed policy attachments",
  ],
  [resourceType.inlinePolicy]: ["inline policy", "inline policies"],
  [resourceType.boundary]: ["permissions boundary", "permissions boundaries"],
  [resourceType.group]: ["group", "groups"],
};

/** Anything else takes something away. */
const objectColours: Readonly<Record<string, Style>> = {
  create: "green",
  adopt: "cyan",
  move: "cyan",
  update: "yellow",
};

/** New and adopted objects are counted, since the sets' names say what they are; anything else is listed. */
function objectLines(objects: readonly PlannedObject[], paint: Paint): string {
  const line = (change: string, text: string): string =>
    `  ${paint(objectColours[change] ?? "red", change.padEnd(7))} ${text}\n`;
  const listed = objects.filter((o) => o.change !== "create" && o.change !== "adopt");
  const counts = ["create", "adopt"].flatMap((change) =>
    countsByType(objects.filter((o) => o.change === change)).map((text) => line(change, text)),
  );
  return [...listed.map((o) => line(o.change, o.address)), ...counts].join("");
}

/** `10 permission sets`, …; sets first. */
function countsByType(objects: readonly PlannedObject[]): readonly string[] {
  const types = objects.map(({ address }) => address.slice(0, address.indexOf(".")));
  const inOrder = new Set([...Object.keys(kinds), ...types]);
  return [...inOrder].flatMap((type) => {
    const n = types.filter((t) => t === type).length;
    const [one, many] = kinds[type] ?? [type, type];
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  });
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
  const title = `${counted(grants.length, "grant")} ${words[kind]}`;
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
  const found = diagnostics.map(diagnosticFields);
  return `${JSON.stringify({ version: 1, run: runFields(run), changes, summary, diagnostics: found }, null, 2)}\n`;
}

function runFields({ id, stack, createdAt, appliedAt, instanceArn }: Run): Record<string, unknown> {
  return { id, stack, createdAt, appliedAt, instanceArn };
}

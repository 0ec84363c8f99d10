import { resourceType } from "../access/address.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Plan, PlannedChange } from "../terraform/plan-json.js";

/**
 * Deleting and creating, or deleting and adopting, the same access in one plan means that a group was
 * renamed: Terraform would adopt what exists under the new address and delete it under the old one,
 * which takes the access away. It needs a `moved` entry instead.
 */
export function noAccessIsRemade(
  plan: Plan,
  { folder, stack }: { readonly folder: string; readonly stack: string },
): readonly Diagnostic[] {
  const assignments = plan.changes.filter((c) => c.type === resourceType.assignment);
  const removed = new Map(
    assignments.filter((c) => c.action === "delete").map((c) => [accessOf(c, "before"), c]),
  );
  return assignments
    .filter((c) => c.action === "create" || c.action === "import")
    .flatMap((created) => {
      const other = removed.get(accessOf(created, "after"));
      if (other === undefined) return [];
      return [
        {
          code: "IDC408",
          severity: "error" as const,
          message: `the plan would take away access that it also gives: ${other.address} and ${created.address}`,
          span: null,
          hint: `a group was probably renamed: keep the access by moving it in the state, then plan again: cd '${folder}' && TF_DATA_DIR=../../terraform/${stack} terraform state mv ${other.address} ${created.address}`,
        },
      ];
    });
}

function accessOf(change: PlannedChange, side: "before" | "after"): string {
  const values = change[side] ?? {};
  const key = ["target_id", "principal_id", "permission_set_arn"].map((name) => values[name]);
  return key.every((part) => typeof part === "string" && part !== "") ? key.join(" ") : change.address;
}

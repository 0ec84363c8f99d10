import type { PlanSummary } from "../../workflow/summary/summary.js";

/** One line in Terraform's own counts: `Terraform: 3 to add, 0 to change, …`. Moves and removals from the state are rare. */
export function planCount({ resources }: PlanSummary): string {
  const { create, update, delete: removed, replace, adopt, move, forget } = resources;
  const usual = `${create} to add, ${update} to change, ${replace} to replace, ${removed} to destroy, ${adopt} to adopt`;
  const moved = move === 0 ? "" : `, ${move} to move`;
  return `Terraform: ${usual}${moved}${forget === 0 ? "" : `, ${forget} to forget`}`;
}

/** True when a plan changes nothing that a summary speaks of. */
export function isSilent({ grants, sets, groups, moved, others }: PlanSummary): boolean {
  return [grants, sets, groups, moved, others].every((list) => list.length === 0);
}

/** What a plan does that changes nothing else. */
export const silentText = "access stays as it is: only names in Terraform's outputs change";

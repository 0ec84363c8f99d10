import { applyParallelism } from "../../terraform/args.js";
import type { Plan, PlannedChange } from "../../terraform/plan-json.js";
import { type Kind, kindOf, startSeconds } from "./costs.js";

/** The provider looks after 10 s for the first time whether AWS is done, between requests of 0.1 s. */
const assignmentSeconds = 10.5;

/**
 * Every policy of a set ends in a provisioning, of which AWS runs three at a time, and the others are tried again:
 * 16 policies of 8 sets took 34 s when AWS needed 1 s for each, and 54 s when it needed 5 s.
 */
const policySeconds = 3;

/** What even the first policy takes: the set has to be there, and the provider looks after 5 s. */
const firstPolicySeconds = 5;

/**
 * Seconds that `terraform apply` of a plan will take. Assignments wait for the policies of their sets. In the sandbox
 * 100 assignments of 3 sets took 86 s (predicted 92), 300 took 215 to 232 s (predicted 228).
 */
export function predictApply({ changes }: Pick<Plan, "changes">): number {
  const steps: Record<Kind, number> = { assignment: 0, set: 0, policy: 0, other: 0 };
  for (const change of changes) steps[costOf(change)] += stepsOf(change);
  if (Object.values(steps).every((count) => count === 0)) return 0;
  const policies = steps.policy === 0 ? 0 : firstPolicySeconds + steps.policy * policySeconds;
  const assignments = Math.ceil(steps.assignment / applyParallelism) * assignmentSeconds;
  return startSeconds + policies + assignments;
}

/** A set that only changes is provisioned like one that gets a policy. */
function costOf({ type, action }: PlannedChange): Kind {
  const kind = kindOf(type);
  return kind === "set" && action === "update" ? "policy" : kind;
}

/** A replacement deletes and creates; what is adopted, moved or forgotten asks nothing of AWS. */
function stepsOf({ action }: PlannedChange): number {
  if (action === "replace") return 2;
  return action === "create" || action === "update" || action === "delete" ? 1 : 0;
}

import { type PolicyJson, statementsOf } from "../policy-json.js";
import { administratorPolicies } from "./administrator-policies.js";
import { lintable } from "./lintable.js";
import { totalAccessBecause } from "./total-access.js";

/** What a permission set allows, but for its customer managed policies: what they say is not known. */
export interface SetPolicies {
  /** ARNs of AWS managed policies, of any partition. */
  readonly managedPolicies: readonly string[];
  readonly inlinePolicy: PolicyJson | null;
}

/**
 * Why people with a set can do everything, or give themselves everything; null when they cannot. Texts are
 * as `the AWS managed policy IAMFullAccess` and `its inline policy: "iam:*" on every resource …`. Each policy
 * is judged alone, but for what the inline policy denies. A permissions boundary is left out on purpose: it
 * may narrow what the set allows, so this errs on the side of saying yes.
 */
export function administratorBecause({ managedPolicies, inlinePolicy }: SetPolicies): string | null {
  const denials = statementsOf(inlinePolicy).filter((s) => s["Effect"] === "Deny");
  const managed = managedPolicies.map(nameOf).find((name) => {
    const actions = administratorPolicies.get(name);
    if (actions === undefined) return false;
    const allowed = { Effect: "Allow", Action: actions, Resource: "*" };
    return totalAccessBecause(lintable({ Statement: [allowed, ...denials] })) !== null;
  });
  if (managed !== undefined) return `the AWS managed policy ${managed}`;
  const why = totalAccessBecause(lintable(inlinePolicy));
  return why === null ? null : `its inline policy: ${why}`;
}

/** The name of a policy, without the path that AWS put it in. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

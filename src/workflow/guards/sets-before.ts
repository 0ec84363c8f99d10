import { resourceType } from "../../access/address.js";
import { grouped } from "../../access/grouped.js";
import type { PolicyDocument } from "../../access/model.js";
import { asText, parseObject } from "../../terraform/json.js";
import type { Plan } from "../../terraform/plan-json.js";

/** A permission set as it is before the plan, as far as privileges are judged by it. */
export interface SetBefore {
  readonly name: string;
  /** ARNs of AWS managed policies, in the order of the plan. */
  readonly managedPolicies: readonly string[];
  readonly inlinePolicy: PolicyDocument | null;
}

/** The permission sets of a state, by ARN, put together from what a plan says about them and their policies. */
export function setsBefore(plan: Plan): ReadonlyMap<string, SetBefore> {
  const textsOf = (type: string, attribute: string): readonly (readonly [string, string])[] =>
    plan.changes
      .filter((c) => c.type === type)
      .flatMap(({ before }) => {
        const arn = asText(before?.["permission_set_arn"] ?? before?.["arn"]);
        const text = asText(before?.[attribute]);
        return arn === null || text === null ? [] : [[arn, text] as const];
      });
  const inline = new Map(textsOf(resourceType.inlinePolicy, "inline_policy"));
  const attached = textsOf(resourceType.managedPolicyAttachment, "managed_policy_arn");
  const managed = new Map(grouped(attached, ([arn]) => arn).map((pairs) => [pairs[0][0], pairs] as const));
  return new Map(
    textsOf(resourceType.permissionSet, "name").map(([arn, name]) => [
      arn,
      {
        name,
        managedPolicies: (managed.get(arn) ?? []).map(([, policy]) => policy),
        inlinePolicy: parseObject(inline.get(arn) ?? ""),
      },
    ]),
  );
}

import { durationSeconds } from "../../../catalog/duration.js";
import { visible } from "../../../diagnostic/visible.js";
import { lacking } from "../fields.js";
import { isWiderText } from "../policy-change.js";
import type { SetContent } from "../set-content.js";
import type { SetChange } from "../sets.js";
import type { Broadening } from "../summary.js";
import { newAdministratorBecause } from "./administrators.js";
import { someOf } from "./wording.js";

/** AWS managed policies that only deny, so that detaching one allows more. */
const denying = /\/AWS(DenyAll|CompromisedKeyQuarantine(V\d+)?)$/;

/**
 * Sets that let the people who have them do more, or longer. What a customer managed policy says is not
 * known here: attaching one counts, detaching one does not, though it may have denied something.
 */
export function widerSets(sets: readonly SetChange[]): readonly Broadening[] {
  return sets
    .filter(({ planned }) => planned.accounts > 0 && planned.change !== "add" && planned.change !== "remove")
    .flatMap((set) => [...policyOf(set), ...sessionOf(set)]);
}

function policyOf(set: SetChange): readonly Broadening[] {
  const name = visible(set.planned.permissionSet);
  const because = newAdministratorBecause(set);
  if (because !== null)
    return [{ kind: "administrator", message: `${name} becomes administrator-equivalent: ${because}` }];
  const reasons = widerBecause(set.before, set.after);
  return reasons.length === 0
    ? []
    : [{ kind: "policy", message: `${name} allows more: ${reasons.join(", ")}` }];
}

function widerBecause(before: SetContent, after: SetContent): readonly string[] {
  const attached = [
    ...lacking(after.managedPolicies, before.managedPolicies).map(lastPart),
    ...lacking(after.customerManagedPolicies, before.customerManagedPolicies),
  ];
  const undenied = lacking(before.managedPolicies, after.managedPolicies).filter((arn) => denying.test(arn));
  return [
    ...(isWiderText(before.inlinePolicy, after.inlinePolicy) ? ["its inline policy is wider"] : []),
    ...(attached.length === 0 ? [] : [`${someOf(attached)} attached`]),
    ...(undenied.length === 0 ? [] : [`${someOf(undenied.map(lastPart))} detached`]),
    ...boundaryReason(before.boundary, after.boundary),
  ];
}

function boundaryReason(before: string | null, after: string | null): readonly string[] {
  if (before === null || before === after) return [];
  return [after === null ? "its permissions boundary is removed" : "its permissions boundary is another one"];
}

function sessionOf({ planned, before, after }: SetChange): readonly Broadening[] {
  const [from, to] = [before.sessionDuration, after.sessionDuration];
  if (from === to || (durationSeconds(to) ?? Infinity) <= (durationSeconds(from) ?? 0)) return [];
  const name = visible(planned.permissionSet);
  return [
    { kind: "session", message: `sessions of ${name} last ${visible(to)} instead of ${visible(from)}` },
  ];
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

import { compareText } from "../../diagnostic/order.js";
import type { SetContent } from "./set-content.js";
import type { FieldChange } from "./summary.js";

/** What is another value, attached or detached; sorted by field, what is detached first. */
export function fieldChanges(before: SetContent, after: SetContent): readonly FieldChange[] {
  const changed = (
    field: FieldChange["field"],
    from: string | null,
    to: string | null,
  ): readonly FieldChange[] => (from === to ? [] : [{ field, before: from, after: to }]);
  return [
    ...listed("customer_managed_policies", before.customerManagedPolicies, after.customerManagedPolicies),
    ...changed("description", before.description, after.description),
    ...listed("managed_policies", before.managedPolicies, after.managedPolicies),
    ...changed("permissions_boundary", before.boundary, after.boundary),
    ...changed("relay_state", before.relayState, after.relayState),
    ...changed("session_duration", before.sessionDuration, after.sessionDuration),
    ...changed("tags", before.tags, after.tags),
  ];
}

/** The texts of a list that another one lacks, sorted. */
export function lacking(texts: readonly string[], others: readonly string[]): readonly string[] {
  return texts.filter((text) => !others.includes(text)).sort(compareText);
}

function listed(
  field: FieldChange["field"],
  before: readonly string[],
  after: readonly string[],
): readonly FieldChange[] {
  return [
    ...lacking(before, after).map((text) => ({ field, before: text, after: null })),
    ...lacking(after, before).map((text) => ({ field, before: null, after: text })),
  ];
}

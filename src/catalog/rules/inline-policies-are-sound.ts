import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { lintPolicy } from "../../policy/lint/lint.js";
import { child, entriesOf, type Node } from "../yaml/node.js";
import { readPolicy } from "./read-policy.js";
import { type RuleFacts, warning } from "./rule.js";
import { place } from "./set-fields-are-valid.js";

/** Inline policies say what AWS accepts, about things that exist, and give no more than they seem to. */
export function inlinePoliciesAreSound({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const policies = entriesOf(child(written.vars, "permission_sets")).flatMap(({ value }): Node[] => {
    const policy = child(value, "inline_policy");
    return policy?.kind === "map" && policy.tag === null && policy.entries.has("Statement") ? [policy] : [];
  });
  // An anchor used by many sets is one policy.
  return [...new Set(policies)].flatMap((node) => lintPolicy(readPolicy(node), catalog.partition));
}

/** A set whose only policy denies grants nothing. */
export function inlinePoliciesAllowSomething({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  return catalog.permissionSets.flatMap((set) => {
    const node = child(child(child(written.vars, "permission_sets"), set.name), "inline_policy");
    const policies = set.managedPolicies.length + set.customerManagedPolicies.length;
    if (node === undefined || policies > 0) return [];
    const { statements } = readPolicy(node);
    if (statements.length === 0 || statements.some((s) => s.effect !== "Deny")) return [];
    const message = `permission set "${set.name}" only denies: it allows nothing`;
    return [
      warning("IDC344", message, place(set, "inline_policy"), "add what it allows, or managed_policies"),
    ];
  });
}

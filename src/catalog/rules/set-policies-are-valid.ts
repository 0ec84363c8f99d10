import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { managedPolicyNames, managedPolicyPath, resolveManagedPolicy } from "../../policy/managed-policy.js";
import type { Catalog } from "../catalog.js";
import { limits } from "../limits.js";
import { child, entriesOf, itemsOf, textOf } from "../yaml/node.js";
import { error, type RuleFacts, warning } from "./rule.js";
import { place } from "./set-fields-are-valid.js";

/** Managed policies are of this partition, and known to AWS. */
export function managedPoliciesAreValid({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const references = entriesOf(child(written.vars, "permission_sets")).flatMap((e) => [
    ...itemsOf(child(e.value, "managed_policies")),
    ...[child(child(e.value, "permissions_boundary"), "managed_policy")].flatMap((n) => n ?? []),
  ]);
  return references.flatMap((node) => checkManagedPolicy(textOf(node), node.span, catalog));
}

/** A set has as many managed policies, of AWS and of customers together, as AWS and IAM's roles take. */
export function managedPoliciesFit({ catalog }: RuleFacts): readonly Diagnostic[] {
  const sets = catalog.permissionSets.filter((s) => s.variantOf === null);
  return sets.flatMap((s) => {
    const count = s.managedPolicies.length + s.customerManagedPolicies.length;
    const span = place(
      s,
      s.fieldSpans.has("managed_policies") ? "managed_policies" : "customer_managed_policies",
    );
    const message = `permission set "${s.name}" has ${count} managed policies`;
    if (count > limits.managedPoliciesPerSet) {
      const hint = "merge some into an inline policy";
      return [error("IDC311", `${message}, AWS allows ${limits.managedPoliciesPerSet}`, span, hint)];
    }
    if (count <= limits.managedPoliciesPerRole) return [];
    const hint = `raise the quota "Managed policies attached to an IAM role" in every account it is assigned in, or merge some`;
    return [
      warning("IDC352", `${message}, a role takes ${limits.managedPoliciesPerRole} by default`, span, hint),
    ];
  });
}

function checkManagedPolicy(text: string | undefined, span: Span, catalog: Catalog): readonly Diagnostic[] {
  if (text === undefined || text === "") return [];
  const { known, foreignPartition } = resolveManagedPolicy(text, catalog.partition);
  if (/^arn:/.test(text) && !/^arn:[^:]+:iam::aws:policy\//.test(text)) {
    const hint = "list it under customer_managed_policies, by name";
    return [error("IDC317", `"${text}" is not an AWS managed policy`, span, hint)];
  }
  if (foreignPartition !== null) {
    const message = `"${text}" belongs to partition ${foreignPartition}, this catalog to ${catalog.partition}`;
    return [error("IDC317", message, span, "write the policy's name alone")];
  }
  if (known) return [];
  const elsewhere = managedPolicyPath(text);
  const name = text.slice(text.lastIndexOf("/") + 1);
  const suggestion =
    elsewhere === null ? didYouMean(name, managedPolicyNames()) : ` - did you mean "${elsewhere}"?`;
  const message = `"${text}" is not in AWS's list of managed policies${suggestion}`;
  return [warning("IDC317", message, span, "if AWS made it recently, ignore this")];
}

/** A permissions boundary names exactly one policy. */
export function boundariesNameOnePolicy({ written }: RuleFacts): readonly Diagnostic[] {
  return entriesOf(child(written.vars, "permission_sets")).flatMap((e) => {
    const boundary = child(e.value, "permissions_boundary");
    if (boundary?.kind !== "map" || boundary.entries.size === 1) return [];
    const hint = "write managed_policy or customer_managed_policy";
    return [
      error("IDC313", `the permissions_boundary of "${e.key}" must name one policy`, boundary.span, hint),
    ];
  });
}

/** Inline policies fit into AWS's two limits. */
export function inlinePoliciesFit({ catalog }: RuleFacts): readonly Diagnostic[] {
  return catalog.permissionSets.flatMap((set) => {
    if (set.inlinePolicy === null) return [];
    const text = JSON.stringify(set.inlinePolicy);
    const bytes = new TextEncoder().encode(text).length;
    const dense = new TextEncoder().encode(text.replace(/\s/g, "")).length;
    if (bytes <= limits.inlinePolicyBytes && dense <= limits.inlinePolicyNonWhitespaceBytes) return [];
    const message = `the inline policy of "${set.name}" has ${dense} bytes without white space (${bytes} in all)`;
    const hint = `AWS allows ${limits.inlinePolicyNonWhitespaceBytes} (${limits.inlinePolicyBytes}): move statements into a customer managed policy`;
    return [error("IDC313", message, place(set, "inline_policy"), hint)];
  });
}

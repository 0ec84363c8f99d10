import type { Span } from "../../diagnostic/diagnostic.js";
import { compareText } from "../../diagnostic/order.js";
import { resolveManagedPolicy } from "../../policy/managed-policy.js";
import type { DeclaredSet } from "../catalog.js";
import type { CustomerManagedPolicy, PermissionsBoundary, PolicyDocument } from "../permission-set.js";
import { permissionSet } from "../stock/policy-json.js";
import { child, type Entry, entriesOf, itemsOf, type Node, textOf, toData } from "../yaml/node.js";

/** `permission_sets`: new sets, and fields written over stock ones. */
export function withOwnSets(
  stock: readonly DeclaredSet[],
  node: Node | undefined,
  partition: string,
  componentTags: Readonly<Record<string, string>>,
): readonly DeclaredSet[] {
  const own = entriesOf(node);
  const overridden = stock.map((set) => {
    const entry = own.find((e) => e.key === set.name);
    return entry === undefined ? set : override(set, entry, partition);
  });
  const stockNames = new Set(stock.map((s) => s.name));
  const added = own
    .filter((e) => !stockNames.has(e.key))
    .map((e) => override(empty(e, componentTags), e, partition));
  return [...overridden, ...added].sort((a, b) => compareText(a.name, b.name));
}

function empty(entry: Entry, tags: Readonly<Record<string, string>>): DeclaredSet {
  return {
    ...permissionSet(entry.key, null, { tags }),
    origin: "own",
    span: entry.keySpan,
    fieldSpans: new Map(),
    variantOf: null,
  };
}

function override(set: DeclaredSet, entry: Entry, partition: string): DeclaredSet {
  const field = (key: string): Node | undefined => child(entry.value, key);
  const written = textOf(field("session_duration"));
  const relayState = textOf(field("relay_state"));
  const managed = field("managed_policies");
  const customer = field("customer_managed_policies");
  const inline = field("inline_policy");
  return {
    ...set,
    span: set.span ?? entry.keySpan,
    description: textOf(field("description")) ?? set.description,
    managedPolicies: managed === undefined ? set.managedPolicies : managedPolicies(managed, partition),
    customerManagedPolicies:
      customer === undefined ? set.customerManagedPolicies : customerPolicies(customer),
    inlinePolicy: inline === undefined ? set.inlinePolicy : (toData(inline) as PolicyDocument),
    permissionsBoundary: boundary(field("permissions_boundary"), partition) ?? set.permissionsBoundary,
    sessionDuration: written === undefined ? set.sessionDuration : written === "" ? null : written,
    relayState: relayState === undefined ? set.relayState : relayState === "" ? null : relayState,
    tags: { ...set.tags, ...tagsOf(field("tags")) },
    fieldSpans: new Map(entriesOf(entry.value).map((e): [string, Span] => [e.key, e.value.span])),
  };
}

function managedPolicies(node: Node, partition: string): readonly string[] {
  const arns = itemsOf(node)
    .flatMap((i) => textOf(i) ?? [])
    .map((t) => resolveManagedPolicy(t, partition).arn);
  return [...new Set(arns)].sort(compareText);
}

function customerPolicies(node: Node): readonly CustomerManagedPolicy[] {
  const policies = itemsOf(node).map(customerPolicy);
  const unique = new Map(policies.map((p) => [`${p.path}${p.name}`, p]));
  return [...unique.entries()].sort(([a], [b]) => compareText(a, b)).map(([, p]) => p);
}

function customerPolicy(node: Node): CustomerManagedPolicy {
  return {
    name: textOf(node) ?? textOf(child(node, "name")) ?? "",
    path: textOf(child(node, "path")) ?? "/",
  };
}

function boundary(node: Node | undefined, partition: string): PermissionsBoundary | null {
  const managed = textOf(child(node, "managed_policy"));
  if (managed !== undefined) return { managedPolicyArn: resolveManagedPolicy(managed, partition).arn };
  const customer = child(node, "customer_managed_policy");
  return customer === undefined ? null : customerPolicy(customer);
}

function tagsOf(node: Node | undefined): Record<string, string> {
  return Object.fromEntries(entriesOf(node).map((e) => [e.key, textOf(e.value) ?? ""]));
}

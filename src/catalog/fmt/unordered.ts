import { child, type Node, textOf, toData } from "../yaml/node.js";

/** Keys of lists in which every order means the same. */
export const unordered: ReadonlySet<string> = new Set([
  "accounts",
  "aws_teams_accessible",
  "customer_managed_policies",
  "exclude",
  "groups",
  "identity_roles_accessible",
  "idp_groups",
  "managed_policies",
  "optional_permission_sets",
  "organizational_units",
  "permission_sets",
  "required_groups",
]);

/** What the items of a list are sorted by, or null when one of them is neither text nor a policy with a name. */
export function sortKeys(items: readonly Node[]): readonly string[] | null {
  const keys = items.map(sortKey);
  return keys.includes(null) ? null : (keys as readonly string[]);
}

function sortKey(node: Node): string | null {
  if (node.tag !== null) return null;
  if (node.kind === "scalar") return typeof node.value === "number" ? node.source : (textOf(node) ?? null);
  const name = textOf(child(node, "name"));
  if (name === undefined) return null;
  return [name, textOf(child(node, "path")) ?? "/", JSON.stringify(toData(node))].join("\0");
}

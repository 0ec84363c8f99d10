import type { JsonSchema } from "../schema/json-schema.js";
import type { Node } from "../yaml/node.js";
import { type Places, placeOf } from "./places.js";
import { branchOf, entrySchema, takesText } from "./schema.js";
import { sortKeys, unordered } from "./unordered.js";

/** What a value is read as: a part of the vars, text of any shape (a policy), or nothing of ours. */
export type Role = JsonSchema | "free" | "foreign";

export interface PlaceFinder {
  /** Looks at a value under a key (`""` when the key is a name) and everything below it. */
  visit(node: Node, role: Role, key: string): void;
  /** Sets the order of one map. */
  order(node: Node, keys: readonly string[]): void;
  found(): Places;
}

/**
 * Collects places while a file is visited. A value that is read as something else too, through an alias,
 * keeps its order and its type: they may mean something there.
 */
export function placeFinder(): PlaceFinder {
  const ids = new Set<string>();
  const texts = new Set<string>();
  const keys = new Set<string>();
  const orders = new Map<string, readonly string[]>();
  const lists = new Map<string, readonly string[]>();
  const elsewhere = new Set<string>();
  const seen = new Map<Node, Set<Role>>();

  function visit(node: Node, asked: Role, key: string, isId = false): void {
    const role = roleOf(node, asked);
    const roles = seen.get(node) ?? new Set();
    if (roles.has(role)) return;
    seen.set(node, roles.add(role));
    const place = placeOf(node.span);
    const schema = typeof role === "string" ? null : role;
    if (node.kind === "scalar") {
      if (isId && /^[0-9]{12}$/.test(node.source)) ids.add(place);
      else elsewhere.add(place);
      const isText = role === "free" || (schema !== null && takesText(schema));
      if (isText && typeof node.value === "string") texts.add(place);
    } else if (node.kind === "list") {
      const sorted = schema !== null && unordered.has(key) ? sortKeys(node.items) : null;
      if (sorted === null) elsewhere.add(place);
      else lists.set(place, sorted);
      const items = schema === null ? role : (schema.items ?? "foreign");
      for (const item of node.items) visit(item, items, "", key === "exclude");
    } else {
      if (role !== "foreign") keys.add(place);
      const known = Object.keys(schema?.properties ?? {});
      if (known.length > 0) orders.set(place, known);
      for (const { key: name, value } of node.entries.values()) {
        visit(value, entryRole(role, name), known.includes(name) ? name : "", key === "full_account_map");
      }
    }
  }

  return {
    visit,
    order: (node, names) => void orders.set(placeOf(node.span), names),
    found: () => ({
      ids: new Set([...ids].filter((place) => !elsewhere.has(place))),
      texts,
      keys,
      orders,
      lists: new Map([...lists].filter(([place]) => !elsewhere.has(place))),
    }),
  };
}

function roleOf(node: Node, asked: Role): Role {
  if (node.tag !== null) return "foreign";
  return typeof asked === "string" ? asked : branchOf(asked, node.kind);
}

function entryRole(role: Role, key: string): Role {
  if (typeof role === "string") return role;
  // A policy is often copied from elsewhere and compared with it.
  if (key === "inline_policy") return "free";
  return entrySchema(role, key) ?? (role.properties === undefined ? "free" : "foreign");
}

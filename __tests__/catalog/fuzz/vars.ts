import type { AccountType, Assignment, Content, Data, DataMap } from "./data.js";
import { ownSet } from "./data.js";

/** The vars of a catalog with this content. */
export function varsOf(content: Content): DataMap {
  return new Map<string, Data>([
    ["region", "us-east-1"],
    ["account_map", new Map([["full_account_map", content.ids]])],
    ["permission_sets", new Map([[ownSet, new Map([["managed_policies", ["ReadOnlyAccess"]]])]])],
    ["account_types", mapped(content.types, typeData)],
    ["account_assignments", mapped(content.byAccount, targetData)],
    ["account_type_assignments", mapped(content.byType, targetData)],
  ]);
}

function typeData({ accounts, exclude }: AccountType): DataMap {
  const included: readonly (readonly [string, Data])[] = [
    accounts === "all" ? ["all", true] : ["accounts", accounts],
  ];
  return new Map([...included, ...(exclude.length === 0 ? [] : [["exclude", exclude] as const])]);
}

function targetData(assignments: readonly Assignment[]): DataMap {
  const of = (kind: string): DataMap =>
    new Map(
      assignments
        .filter((a) => a.kind === kind)
        .map((a) => [a.principal, new Map([["permission_sets", a.sets]])]),
    );
  return new Map(["groups", "users"].map((kind) => [kind, of(kind)]));
}

function mapped<T>(map: ReadonlyMap<string, T>, to: (value: T) => Data): DataMap {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}

import type { Catalog } from "./catalog.js";

/** Name of a permission set -> the set it is a copy of with another session length, or itself. */
export function baseNames({ permissionSets }: Catalog): ReadonlyMap<string, string> {
  return new Map(permissionSets.map((set) => [set.name, set.variantOf ?? set.name]));
}

import type { Catalog, Named } from "../catalog/catalog.js";
import { compareText } from "../diagnostic/order.js";
import { hasEnded } from "./expiry.js";

/**
 * The groups that have to exist before a deploy, once for each place that names them: those that are granted
 * anything, `idp_groups` and `required_groups`, but not those that the catalog creates itself.
 */
export function requiredGroups(catalog: Catalog, clock: string): readonly Named[] {
  const created = new Set(catalog.groups.map((group) => group.name));
  const granted = catalog.assignments.filter((a) => !hasEnded(a, clock)).map((a) => a.principal);
  return [
    ...granted.filter((principal) => principal.type === "GROUP"),
    ...catalog.syncedGroups,
    ...catalog.requiredGroups,
  ].filter((group) => !created.has(group.name));
}

/** Their names, sorted, each once. */
export function requiredGroupNames(catalog: Catalog, clock: string): readonly string[] {
  return [...new Set(requiredGroups(catalog, clock).map((group) => group.name))].sort(compareText);
}

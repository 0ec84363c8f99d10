import type { Entry, Node } from "../yaml/node.js";

/**
 * Atmos's deep merge: maps merge key by key, anything else (lists too) is replaced by the higher
 * layer. The places of the winning layer are kept; a key lives where it was last written.
 */
export function mergeNodes(low: Node | undefined, high: Node | undefined): Node | undefined {
  if (low === undefined) return high;
  if (high === undefined) return low;
  // Atmos reads an included file before merging, so its keys would be below these; they are not known here.
  if (high.kind === "map" && low.tag?.startsWith("!include")) return low;
  if (low.kind !== "map" || high.kind !== "map" || high.tag !== null) return high;
  const entries = new Map<string, Entry>(low.entries);
  for (const [key, entry] of high.entries) {
    const value = mergeNodes(entries.get(key)?.value, entry.value) as Node;
    entries.set(key, { ...entry, value });
  }
  return { ...high, entries };
}

/** Merges layers from the lowest to the highest precedence. */
export function mergeLayers(layers: readonly (Node | undefined)[]): Node | undefined {
  return layers.reduce(mergeNodes, undefined);
}

import type { Entry, MapNode, Node } from "../yaml/node.js";

/**
 * Atmos's deep merge of layers from the lowest to the highest precedence: maps merge key by key, anything
 * else (lists too) is replaced by the higher layer. The places of the winning layer are kept; a key
 * lives where it was last written. Takes time of the values of all layers, however many there are.
 */
export function mergeLayers(layers: readonly (Node | undefined)[]): Node | undefined {
  let maps: MapNode[] = [];
  let other: Node | undefined;
  for (const layer of layers) {
    if (layer === undefined) continue;
    const low = other ?? maps.at(-1);
    // What a tag stands for would be merged, but it is not known here: it stays, to be reported.
    if (layer.kind === "map" && low !== undefined && low.tag !== null) continue;
    if (layer.kind === "map" && layer.tag === null) {
      if (other !== undefined) maps = [];
      maps.push(layer);
      other = undefined;
    } else {
      maps = [];
      other = layer;
    }
  }
  return other ?? mergeMaps(maps);
}

function mergeMaps(maps: readonly MapNode[]): MapNode | undefined {
  const [lowest, ...higher] = maps;
  const last = higher.at(-1);
  if (lowest === undefined || last === undefined) return lowest;
  const entries = new Map(lowest.entries);
  const contested = new Map<string, Entry[]>();
  for (const { entries: written } of higher) {
    for (const [key, entry] of written) {
      const low = entries.get(key);
      const all = contested.get(key);
      if (low === undefined) entries.set(key, entry);
      else if (all === undefined) contested.set(key, [low, entry]);
      else all.push(entry);
    }
  }
  for (const [key, all] of contested) {
    const value = mergeLayers(all.map((e) => e.value)) as Node;
    entries.set(key, { ...(all.at(-1) as Entry), value });
  }
  return { ...last, entries };
}

import type { Entry, MapNode, Node } from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";
import { anchorBefore, mergeIn } from "./anchor-text.js";
import type { Layer } from "./layers.js";
import { type Via, via } from "./via.js";

/** The lines of a file; none when it cannot be read. */
export type LinesOf = (file: string) => readonly string[];

/**
 * The anchors through which an item of the list behind `keys` is reached. An alias points backwards, so
 * what begins before its key, or before the map that has the key, comes from an anchor.
 */
export function anchorsOnTheWay(
  layer: Layer,
  keys: readonly string[],
  item: Span,
  linesOf: LinesOf,
): readonly Via[] {
  const found: Via[] = [];
  let node: Node | undefined = layer.root;
  for (const key of [...layer.place.path, ...keys]) {
    const entry: Entry | undefined = node?.kind === "map" ? node.entries.get(key) : undefined;
    if (entry === undefined || node?.kind !== "map") return found;
    if (isBefore(entry.keySpan, node.span)) found.push(merged(entry, node, linesOf));
    if (isBefore(entry.value.span, entry.keySpan)) {
      found.push(aliased(entry.value.span, entry.keySpan, linesOf));
    }
    node = entry.value;
  }
  if (node !== undefined && isBefore(item, node.span)) found.push(aliased(item, node.span, linesOf));
  return found;
}

function aliased(span: Span, usedAt: Span, linesOf: LinesOf): Via {
  return via("anchor", anchorBefore(linesOf(span.file), span) ?? "", span, { usedAt });
}

function merged(entry: Entry, map: MapNode, linesOf: LinesOf): Via {
  const use = mergeIn(linesOf(map.span.file), map.span);
  return via("anchor", use?.name ?? "", entry.keySpan, { usedAt: use?.span ?? map.span });
}

function isBefore(a: Span, b: Span): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

import type { UnmergedFile } from "../../catalog/read/imports.js";
import type { VarsPlace, WrittenCatalog } from "../../catalog/read/written.js";
import { descend, isNull, type Node } from "../../catalog/yaml/node.js";
import type { Span } from "../../diagnostic/diagnostic.js";

/** One `vars` of one file, before merging. */
export interface Layer {
  readonly place: VarsPlace;
  /** The top of the file. */
  readonly root: Node;
  /** The lines that import the file, that of the catalog itself first; empty for the catalog's own layers. */
  readonly imports: readonly Span[];
}

interface FileInOrder {
  readonly own: Node | undefined;
  readonly imports: readonly Span[];
}

/** Every `vars` that was merged, lowest precedence first. */
export function layersOf({ file, varsPlaces }: WrittenCatalog): readonly Layer[] {
  const files = filesInOrder(file);
  // A component that is inherited twice counts at its higher place.
  const places = new Map(varsPlaces.toReversed().map((place) => [JSON.stringify(place.path), place]));
  return [...places.values()].toReversed().flatMap((place) => {
    // Atmos reads overrides only in the catalog file itself.
    const holders = place.kind === "overrides" ? files.slice(-1) : files;
    return holders.flatMap(({ own: root, imports }) => {
      const vars = descend(root, ...place.path);
      return root === undefined || vars === undefined || isNull(vars) ? [] : [{ place, root, imports }];
    });
  });
}

/** The value behind keys of a layer's `vars`. */
export function valueIn({ root, place }: Layer, keys: readonly string[]): Node | undefined {
  return descend(root, ...place.path, ...keys);
}

/** Each file once, where it counts: at its highest place. */
function filesInOrder(top: UnmergedFile): readonly FileInOrder[] {
  const highestFirst: FileInOrder[] = [];
  const seen = new Set<UnmergedFile>();
  const visit = (file: UnmergedFile, imports: readonly Span[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    highestFirst.push({ own: file.own, imports });
    for (const below of file.imports.toReversed()) visit(below.file, [...imports, below.span]);
  };
  visit(top, []);
  return highestFirst.toReversed();
}

import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { Ignore } from "../ignore/ignore.js";
import { bounds } from "../yaml/bounds.js";
import type { Node } from "../yaml/node.js";
import type { CatalogFiles, Unread } from "./files.js";
import { type Import, importsOf } from "./import-list.js";
import { importPaths } from "./import-paths.js";
import { mergeLayers } from "./merge.js";
import { type OwnFile, readOnce } from "./read-once.js";
import { unreadable } from "./unreadable.js";

export interface Loaded {
  /** The file merged over everything it imports; undefined when it could not be read. */
  readonly root: Node | undefined;
  /** The file alone, for what Atmos reads only there (`overrides`). */
  readonly own: Node | undefined;
  /** The file and what it imports, each as it is alone: what merging loses is still there. */
  readonly unmerged: UnmergedFile;
  /** The comments that ignore findings, of every file. */
  readonly ignores: readonly Ignore[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file before it is merged over what it imports. */
export interface UnmergedFile {
  readonly own: Node | undefined;
  /** In the order of precedence, lowest first, with the lines that import them. */
  readonly imports: readonly { readonly file: UnmergedFile; readonly span: Span }[];
}

/** A file merged over everything it imports. */
interface Layer {
  readonly node: Node | undefined;
  readonly unmerged: UnmergedFile;
  /** Values that merging it may copy. */
  readonly values: number;
}

/** A file that is imported, and the line that says so. */
interface Brought {
  readonly layer: Layer;
  readonly span: Span;
}

/** Reads a catalog file and, in order and below it, everything it imports. */
export function loadWithImports(files: CatalogFiles, catalogFile: string, base: string): Loaded {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const ownFile = readOnce(files, catalogFile, base, report);
  const layers = new Map<string, Layer>();
  const ignores: Ignore[] = [];
  let importsLeft: number = bounds.imports;
  let mergedLeft: number = bounds.merged;
  let exhausted = false;

  function load(path: string, wanted: Import | null, above: readonly string[]): Layer {
    // A file that several others import would otherwise be merged again for each way to it.
    const known = layers.get(path);
    if (known !== undefined) return known;
    const own = ownFile(path);
    if (own.unread !== null) {
      report(notRead(path, own.unread, wanted));
      return { node: undefined, unmerged: { own: undefined, imports: [] }, values: 0 };
    }
    for (const ignore of own.ignores) ignores.push(ignore);
    const below = importsOf(own.node, report).flatMap((i) => follow(i, path, [...above, path]));
    const unmerged = { own: own.node, imports: below.map((b) => ({ file: b.layer.unmerged, span: b.span })) };
    const merged = merge(
      below.map((b) => b.layer),
      own,
      wanted?.span ?? null,
    );
    const layer = { ...merged, unmerged };
    layers.set(path, layer);
    return layer;
  }

  function follow(wanted: Import, from: string, chain: readonly string[]): readonly Brought[] {
    if (exhausted) return [];
    if (chain.length > bounds.importDepth) {
      exhaust(`imports are nested more than ${bounds.importDepth} deep`, wanted.span);
      return [];
    }
    return importPaths(files, wanted, from, base, report).flatMap((path) => {
      if (chain.includes(path)) {
        report(cycle([...chain.slice(chain.indexOf(path)), path], wanted.span));
        return [];
      }
      if (--importsLeft < 0) exhaust(`more than ${bounds.imports} files are imported`, wanted.span);
      return exhausted ? [] : [{ layer: load(path, wanted, chain), span: wanted.span }];
    });
  }

  function merge(below: readonly Layer[], own: OwnFile, span: Span | null): Omit<Layer, "unmerged"> {
    // A layer that comes again later in the list leaves nothing of its earlier place.
    const once = [...new Set(below.toReversed())].toReversed();
    const values = once.reduce((sum, layer) => sum + layer.values, own.values);
    mergedLeft -= once.length === 0 ? 0 : values;
    if (mergedLeft < 0) exhaust("imports merge the same values too often", span);
    if (exhausted) return { node: own.node, values: 0 };
    return { node: mergeLayers([...once.map((l) => l.node), own.node]), values };
  }

  function exhaust(message: string, span: Span | null): void {
    if (exhausted) return;
    exhausted = true;
    const hint = "import files once, from the catalog itself";
    report({ code: "IDC116", severity: "error", message, span, hint });
  }

  const { node, unmerged } = load(catalogFile, null, []);
  return { root: node, own: ownFile(catalogFile).node, unmerged, ignores, diagnostics };
}

function cycle(way: readonly string[], span: Span): Diagnostic {
  const message = `import cycle: ${way.join(" -> ")}`;
  return { code: "IDC108", severity: "error", message, span, hint: "remove one of these imports" };
}

function notRead(path: string, unread: Unread, wanted: Import | null): Diagnostic {
  if (wanted === null) return unreadable(path, unread, null, "check the path");
  const { span } = wanted;
  if (unread.why !== "absent") return unreadable(path, unread, span, "");
  const message = `import "${wanted.path}" does not exist`;
  if (!wanted.optional) {
    return { code: "IDC107", severity: "error", message, span, hint: `looked for "${path}"` };
  }
  const hint = "skip_if_missing is set: nothing was imported";
  return { code: "IDC111", severity: "warning", message, span, hint };
}

import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { child, isNull, itemsOf, type Node, textOf } from "../yaml/node.js";
import { parseYaml } from "../yaml/parse.js";
import { type CatalogFiles, folderOf, isBelow, joinPath } from "./files.js";
import { mergeNodes } from "./merge.js";
import { unknownTag } from "./unknown-tag.js";

export interface Loaded {
  /** The file merged over everything it imports; undefined when it could not be read. */
  readonly root: Node | undefined;
  /** The file alone, for what Atmos reads only there (`overrides`). */
  readonly own: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface Import {
  readonly path: string;
  readonly optional: boolean;
  readonly span: Span;
}

/** Reads a catalog file and, in order and below it, everything it imports. */
export function loadWithImports(files: CatalogFiles, catalogFile: string, base: string): Loaded {
  const diagnostics: Diagnostic[] = [];
  const parsed = new Map<string, Node | undefined>();
  const loaded = new Map<string, Node | undefined>();

  function parse(path: string, span: Span | null): Node | undefined {
    if (parsed.has(path)) return parsed.get(path);
    const text = files.read(path);
    if (text === null) {
      diagnostics.push(problem("IDC102", `cannot read "${path}"`, span, "check the path"));
      return undefined;
    }
    const { root, diagnostics: found } = parseYaml(text, path);
    diagnostics.push(...found);
    const usable = root?.kind === "map" ? root : undefined;
    if (root !== null && usable === undefined) {
      diagnostics.push(problem("IDC112", "the file must be a map of keys at the top", root.span, null));
    }
    parsed.set(path, usable);
    return usable;
  }

  function load(path: string, span: Span | null, above: readonly string[]): Node | undefined {
    // A file that several others import would otherwise be merged again for each way to it.
    if (loaded.has(path)) return loaded.get(path);
    const own = parse(path, span);
    const layers = importsOf(own, diagnostics).flatMap((i) => follow(i, path, [...above, path]));
    const merged = mergeNodes(layers.reduce(mergeNodes, undefined), own);
    loaded.set(path, merged);
    return merged;
  }

  function follow(wanted: Import, from: string, chain: readonly string[]): readonly (Node | undefined)[] {
    const nodes: (Node | undefined)[] = [];
    for (const path of resolveImport(wanted, from)) {
      if (chain.includes(path)) {
        const way = [...chain.slice(chain.indexOf(path)), path].join(" -> ");
        diagnostics.push(
          problem("IDC108", `import cycle: ${way}`, wanted.span, "remove one of these imports"),
        );
      } else nodes.push(load(path, wanted.span, chain));
    }
    return nodes;
  }

  function resolveImport(wanted: Import, from: string): readonly string[] {
    const { span } = wanted;
    const relative = wanted.path.startsWith("./") || wanted.path.startsWith("../");
    const withEnding = /\.ya?ml$/.test(wanted.path) ? wanted.path : `${wanted.path}.yaml`;
    const path = joinPath(relative ? folderOf(from) : base, withEnding);
    if (/^[a-z0-9+.-]+:/i.test(wanted.path)) {
      const hint = "copy the file below the base folder: imports are never downloaded";
      diagnostics.push(problem("IDC107", `cannot import "${wanted.path}": it is remote`, span, hint));
      return [];
    }
    if (wanted.path.startsWith("/") || !isBelow(base, path)) {
      const hint = `imports stay below "${base === "" ? "." : base}"`;
      diagnostics.push(problem("IDC109", `import "${wanted.path}" leaves the base folder`, span, hint));
      return [];
    }
    const isGlob = /[*?[\]{}]/.test(withEnding);
    const rest = base === "" ? path : path.slice(base === "/" ? 1 : base.length + 1);
    const found = isGlob ? files.glob(base, rest) : files.read(path) === null ? [] : [path];
    const others = found.filter((f) => f !== from);
    if (others.length > 0 || (!isGlob && found.length > 0)) return isGlob ? others : found;
    const message = isGlob
      ? `import "${wanted.path}" matches no file`
      : `import "${wanted.path}" does not exist`;
    diagnostics.push(missing(message, path, isGlob, wanted));
    return [];
  }

  return { root: load(catalogFile, null, []), own: parsed.get(catalogFile), diagnostics };
}

function importsOf(own: Node | undefined, diagnostics: Diagnostic[]): readonly Import[] {
  const node = child(own, "import");
  if (node === undefined || (isNull(node) && node.tag === null)) return [];
  if (node.tag !== null) {
    diagnostics.push(...unknownTag(node));
    return [];
  }
  if (node.kind !== "list") {
    diagnostics.push(
      problem("IDC201", "import must be a list of paths", node.span, 'write "import: [path]"'),
    );
    return [];
  }
  return itemsOf(node).flatMap((item) => {
    const path = textOf(item) ?? textOf(child(item, "path"));
    if (item.tag !== null) {
      diagnostics.push(...unknownTag(item));
      return [];
    }
    if (path === undefined || path === "") {
      const message = "an import must be a path, or a map with a path";
      diagnostics.push(
        problem("IDC201", message, item.span, 'write "catalog/accounts" or "{path: catalog/accounts}"'),
      );
      return [];
    }
    const context = child(item, "context");
    if (context?.kind === "map" && context.entries.size > 0) {
      const message = "context of an import has no effect: Go templates are not rendered";
      diagnostics.push({
        ...problem("IDC209", message, context.span, "write the values into the file"),
        severity: "warning",
      });
    }
    const skip = child(item, "skip_if_missing");
    return [{ path, optional: skip?.kind === "scalar" && skip.value === true, span: item.span }];
  });
}

function missing(message: string, path: string, isGlob: boolean, wanted: Import): Diagnostic {
  if (wanted.optional) {
    const hint = "skip_if_missing is set: nothing was imported";
    return { ...problem("IDC111", message, wanted.span, hint), severity: "warning" };
  }
  const hint = isGlob ? "check the pattern" : `looked for "${path}"`;
  return problem(isGlob ? "IDC110" : "IDC107", message, wanted.span, hint);
}

function problem(code: string, message: string, span: Span | null, hint: string | null): Diagnostic {
  return { code, severity: "error", message, span, hint };
}

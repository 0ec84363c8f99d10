import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Ignore } from "../ignore/ignore.js";
import { readIgnores } from "../ignore/read-ignores.js";
import { bounds } from "../yaml/bounds.js";
import { newBudget } from "../yaml/budget.js";
import type { Node } from "../yaml/node.js";
import { parseYaml } from "../yaml/parse.js";
import type { CatalogFiles, Unread } from "./files.js";

/** One file alone, without what it imports. */
export interface OwnFile {
  /** Undefined when it was not read, or has errors that were reported. */
  readonly node: Node | undefined;
  /** What its aliases stand for, written out. */
  readonly values: number;
  /** The comments that ignore findings. */
  readonly ignores: readonly Ignore[];
  readonly unread: Unread | null;
}

/** Reads and parses each file the first time it is asked for, all of them within one budget. */
export function readOnce(
  files: CatalogFiles,
  catalogFile: string,
  base: string,
  report: (diagnostic: Diagnostic) => void,
): (path: string) => OwnFile {
  const known = new Map<string, OwnFile>();
  const budget = newBudget();
  let bytes: number = bounds.totalBytes;

  function parse(text: string, path: string): OwnFile {
    bytes -= text.length;
    const before = budget.values;
    const { root, diagnostics } = parseYaml(text, path, budget);
    const { ignores, diagnostics: aboutIgnores } = readIgnores(text, path);
    for (const diagnostic of [...diagnostics, ...aboutIgnores]) report(diagnostic);
    const isMap = root === null || root.kind === "map";
    if (!isMap) {
      const message = "the file must be a map of keys at the top";
      report({ code: "IDC112", severity: "error", message, span: root.span, hint: null });
    }
    const node = isMap ? (root ?? undefined) : undefined;
    return { node, values: before - budget.values, ignores, unread: null };
  }

  function read(path: string): OwnFile {
    const most = Math.min(bounds.fileBytes, bytes);
    // The catalog file itself is where people say it is.
    const text = files.read(path, path === catalogFile ? { most } : { below: base, most });
    if (text.text !== null) return parse(text.text, path);
    const isTotal = text.why === "large" && most < bounds.fileBytes;
    const detail = `a catalog with its imports has at most ${bounds.totalBytes / 1_000_000} MB`;
    return { node: undefined, values: 0, ignores: [], unread: isTotal ? { ...text, detail } : text };
  }

  return (path) => {
    const file = known.get(path) ?? read(path);
    known.set(path, file);
    return file;
  };
}

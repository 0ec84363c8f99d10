import { posix } from "node:path";
import { type Baseline, noBaseline, readBaseline } from "../audit/baseline.js";
import { unreadable } from "../catalog/read/unreadable.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { nodeFiles, shownPath } from "./node-files.js";
import { type CatalogOptions, catalogFile } from "./options.js";
import type { Shell } from "./shell.js";

const besideCatalog = "audit-baseline.yaml";

/** Reads the file of `--baseline`, or the one beside the catalog when it exists; null when it has mistakes. */
export function givenBaseline(
  shell: Shell,
  options: CatalogOptions & { readonly baseline?: string },
): { readonly baseline: Baseline | null; readonly diagnostics: readonly Diagnostic[] } {
  const asked = options.baseline === undefined ? null : shownPath(shell.cwd, options.baseline);
  const path = asked ?? posix.join(posix.dirname(catalogFile(shell, options)), besideCatalog);
  const read = nodeFiles(shell.cwd).read(path);
  if (read.text !== null) return readBaseline(read.text, path);
  if (asked === null && read.why === "absent") return { baseline: noBaseline, diagnostics: [] };
  return { baseline: null, diagnostics: [unreadable(path, read, null, "check the path after --baseline")] };
}

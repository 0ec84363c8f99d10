import { type BuiltAccess, buildAccess } from "../access/build.js";
import type { Catalog } from "../catalog/catalog.js";
import { loadCatalog } from "../catalog/load.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../diagnostic/order.js";
import type { Directory } from "../directory/directory.js";
import { parseSnapshot } from "../directory/snapshot.js";
import { nodeFiles } from "./node-files.js";
import { type CatalogOptions, catalogFile, defaultDirectory, directoryFile } from "./options.js";
import type { Shell } from "./shell.js";

export interface LoadedAccess {
  /** Null when something is wrong. */
  readonly catalog: Catalog | null;
  readonly model: BuiltAccess["model"];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads catalog and snapshot and expands the access, offline. */
export function loadAccess(shell: Shell, options: CatalogOptions): LoadedAccess {
  const snapshot = readSnapshot(shell, options);
  const loaded = loadCatalog(nodeFiles(shell.cwd), catalogFile(shell, options), options.component ?? null);
  if (loaded.catalog === null) {
    return { catalog: null, model: null, diagnostics: [...loaded.diagnostics, ...snapshot.diagnostics] };
  }
  const built = buildAccess(loaded.catalog, snapshot.directory);
  const found = [...loaded.diagnostics, ...snapshot.diagnostics, ...built.diagnostics];
  const diagnostics = found.sort(compareDiagnostics);
  const invalid = hasErrors(diagnostics);
  return { catalog: invalid ? null : loaded.catalog, model: invalid ? null : built.model, diagnostics };
}

function readSnapshot(
  shell: Shell,
  options: CatalogOptions,
): { readonly directory: Directory | null; readonly diagnostics: readonly Diagnostic[] } {
  const files = nodeFiles(shell.cwd);
  const asked = directoryFile(shell, options);
  const text = files.read(asked ?? defaultDirectory);
  if (text !== null) return parseSnapshot(text, asked ?? defaultDirectory);
  if (asked === null) return { directory: null, diagnostics: [] };
  const hint = 'write it with "identity resolve", or check the path';
  return {
    directory: null,
    diagnostics: [{ code: "IDC102", severity: "error", message: `cannot read "${asked}"`, span: null, hint }],
  };
}

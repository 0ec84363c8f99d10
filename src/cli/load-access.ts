import { type BuiltAccess, buildAccess } from "../access/build.js";
import { noMoves } from "../access/moves.js";
import type { Catalog } from "../catalog/catalog.js";
import type { IdentityProvider } from "../catalog/identity-provider/identity-provider.js";
import { tokenEndIsSaid } from "../catalog/identity-provider/token-end.js";
import type { Ignores } from "../catalog/ignore/ignore.js";
import { unusedIgnores } from "../catalog/ignore/unused-ignores.js";
import { loadCatalog } from "../catalog/load.js";
import { unreadable } from "../catalog/read/unreadable.js";
import type { WrittenCatalog } from "../catalog/read/written.js";
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
  readonly moves: BuiltAccess["moves"];
  /** What the catalog was assembled from; null when nothing was. */
  readonly written: WrittenCatalog | null;
  /** How people sign in; null when the catalog does not say, or says it with an error. */
  readonly identityProvider: IdentityProvider | null;
  readonly directory: Directory | null;
  /** ISO-8601 instant of which the access is. */
  readonly now: string;
  /** Everything that was found, also what comments say to ignore. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignores: Ignores;
  /** Findings about ignore comments that nothing answers to; empty unless every rule has run. */
  readonly unused: readonly Diagnostic[];
}

/** Reads catalog and snapshot and expands the access, offline. */
export function loadAccess(shell: Shell, options: CatalogOptions): LoadedAccess {
  const snapshot = readSnapshot(shell, options);
  const loaded = loadCatalog(nodeFiles(shell.cwd), catalogFile(shell, options), options.component ?? null);
  const { ignores, written, identityProvider } = loaded;
  const { directory } = snapshot;
  const now = options.now ?? shell.now().toISOString();
  const built = loaded.catalog === null ? nothing : buildAccess(loaded.catalog, directory, now);
  const found = [
    ...loaded.diagnostics,
    ...tokenEndIsSaid(identityProvider, now),
    ...snapshot.diagnostics,
    ...built.diagnostics,
  ];
  const diagnostics = found.sort(compareDiagnostics);
  const invalid = hasErrors(diagnostics);
  // Not every rule has run when nothing was assembled, and of several components only the chosen one was looked at.
  const allRan = loaded.catalog !== null && options.component === undefined;
  return {
    catalog: invalid ? null : loaded.catalog,
    model: invalid ? null : built.model,
    moves: built.moves,
    written,
    identityProvider,
    directory,
    now,
    diagnostics,
    ignores,
    unused: allRan ? unusedIgnores(ignores, diagnostics, directory !== null) : [],
  };
}

const nothing: BuiltAccess = { model: null, moves: noMoves, diagnostics: [] };

/** Bytes of a directory snapshot: some 100,000 memberships. */
const mostOfSnapshot = 50_000_000;

function readSnapshot(
  shell: Shell,
  options: CatalogOptions,
): { readonly directory: Directory | null; readonly diagnostics: readonly Diagnostic[] } {
  const files = nodeFiles(shell.cwd);
  const asked = directoryFile(shell, options);
  const path = asked ?? defaultDirectory;
  const read = files.read(path, { most: mostOfSnapshot });
  if (read.text !== null) return parseSnapshot(read.text, path);
  if (asked === null && read.why === "absent") return { directory: null, diagnostics: [] };
  const hint = 'write it with "identity resolve", or check the path';
  return { directory: null, diagnostics: [unreadable(path, read, null, hint)] };
}

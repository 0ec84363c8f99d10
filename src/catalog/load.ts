import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { compareDiagnostics } from "../diagnostic/order.js";
import { assemble } from "./assemble/assemble.js";
import type { Catalog } from "./catalog.js";
import type { IdentityProvider } from "./identity-provider/identity-provider.js";
import { loadIdentityProvider } from "./identity-provider/load-identity-provider.js";
import type { Ignores } from "./ignore/ignore.js";
import { loadMoves } from "./moves/load-moves.js";
import { readComponent } from "./read/component.js";
import { baseFolder, type CatalogFiles, folderOf } from "./read/files.js";
import { loadWithImports } from "./read/imports.js";
import { withPolicyFiles } from "./read/policy-files.js";
import type { WrittenCatalog } from "./read/written.js";
import { rules } from "./rules/rules.js";
import { checkVars } from "./schema/check.js";

export interface LoadedCatalog {
  /** Null when there is nothing to assemble: a syntax error, no component. Not null does not mean valid. */
  readonly catalog: Catalog | null;
  /** What the catalog was assembled from; null with it. */
  readonly written: WrittenCatalog | null;
  /** How people sign in; null when the file does not say, or says it with an error. */
  readonly identityProvider: IdentityProvider | null;
  /** Sorted by place. The catalog may be used only when none is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** What comments say to ignore, in these diagnostics and in later ones; see `withoutIgnored`. */
  readonly ignores: Ignores;
}

/** Errors after which the rest of the file still means something. */
const harmless = new Set(["IDC104", "IDC105"]);

/**
 * Reads a catalog with its imports, merges it, checks its shape and every rule that needs no accounts.
 * `component` is the key to use when the file has several aws-sso components.
 */
export function loadCatalog(files: CatalogFiles, file: string, component: string | null): LoadedCatalog {
  const loaded = loadWithImports(files, file, baseFolder(file));
  const ignores: Ignores = { comments: loaded.ignores, references: new Map() };
  if (loaded.diagnostics.some((d) => d.severity === "error" && !harmless.has(d.code))) {
    return {
      catalog: null,
      written: null,
      identityProvider: null,
      diagnostics: sorted(loaded.diagnostics),
      ignores,
    };
  }
  const { written: merged, diagnostics } = readComponent(loaded, file, component);
  if (merged === null) {
    const provider = loadIdentityProvider(loaded, null);
    return {
      catalog: null,
      written: null,
      identityProvider: provider.identityProvider,
      diagnostics: sorted([...loaded.diagnostics, ...diagnostics, ...provider.diagnostics]),
      ignores,
    };
  }
  const policies = withPolicyFiles(merged.vars, files, folderOf(file));
  const written = { ...merged, vars: policies.vars };
  const { moves, diagnostics: ofMoves } = loadMoves(files, file);
  const catalog = assemble(written, moves);
  const found = rules.flatMap((rule) => rule({ written, catalog }));
  const provider = loadIdentityProvider(loaded, catalog);
  return {
    catalog,
    written,
    identityProvider: provider.identityProvider,
    diagnostics: sorted([
      ...loaded.diagnostics,
      ...diagnostics,
      ...policies.diagnostics,
      ...ofMoves,
      ...checkVars(written),
      ...found,
      ...provider.diagnostics,
    ]),
    ignores: { comments: [...loaded.ignores, ...policies.ignores], references: policies.references },
  };
}

/** In order of place, each said once: an anchor used twice is one mistake. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((d) => [JSON.stringify([d.code, d.message, d.span]), d]));
  return [...unique.values()].sort(compareDiagnostics);
}

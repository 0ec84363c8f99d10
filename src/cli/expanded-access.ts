import type { AccessModel } from "../access/model.js";
import type { StateMoves } from "../access/synth.js";
import type { Catalog } from "../catalog/catalog.js";
import type { IdentityProvider } from "../catalog/identity-provider/identity-provider.js";
import { withoutIgnored } from "../catalog/ignore/without-ignored.js";
import type { WrittenCatalog } from "../catalog/read/written.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Directory } from "../directory/directory.js";
import { exit } from "./exit.js";
import { loadAccess } from "./load-access.js";
import type { CatalogOptions } from "./options.js";
import type { Shell } from "./shell.js";
import { showDiagnostics, stop } from "./show.js";

/** The access, and all it follows from. */
export interface Expanded {
  readonly catalog: Catalog;
  readonly model: AccessModel;
  readonly moves: StateMoves;
  readonly written: WrittenCatalog;
  /** How people sign in; null when the catalog does not say. */
  readonly identityProvider: IdentityProvider | null;
  readonly directory: Directory | null;
  /** ISO-8601 instant of which the access is. */
  readonly now: string;
}

/** The access a verb works on offline, or the exit code with which it ends. */
export type ExpandedAccess =
  | ({ readonly ok: true } & Expanded)
  | { readonly ok: false; readonly code: number };

/** Reads and expands the access for a verb that cannot go on without accounts; says what is wrong with it. */
export function expandedAccess(
  shell: Shell,
  options: CatalogOptions & { readonly format: string },
): ExpandedAccess {
  const { catalog, model, moves, written, identityProvider, directory, now, ...loaded } = loadAccess(
    shell,
    options,
  );
  const { diagnostics: found, ignores } = loaded;
  // Errors are made before anything is taken out: they cannot be ignored.
  const all = catalog !== null && model === null ? asErrors(found) : found;
  const { diagnostics, ignored } = withoutIgnored(all, ignores);
  if (catalog === null || model === null || written === null) {
    const code = catalog === null ? exit.invalid : exit.refused;
    return { ok: false, code: stop(shell, diagnostics, options.format, code, ignored) };
  }
  showDiagnostics(shell, diagnostics, ignored);
  return { ok: true, catalog, model, moves, written, identityProvider, directory, now };
}

/** Without accounts `validate` only informs. */
function asErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((d) => (d.code === "IDC316" ? { ...d, severity: "error" } : d));
}

import type { Catalog } from "../../../catalog/catalog.js";
import type { IdentityProvider } from "../../../catalog/identity-provider/identity-provider.js";
import { type Ignored, withoutIgnored } from "../../../catalog/ignore/without-ignored.js";
import { loadCatalog } from "../../../catalog/load.js";
import { type Diagnostic, hasErrors } from "../../../diagnostic/diagnostic.js";
import { nodeFiles } from "../../node-files.js";
import { type CatalogOptions, catalogFile } from "../../options.js";
import type { Shell } from "../../shell.js";

/** What there is of a catalog, or what is wrong with one that was asked for. */
export type FoundCatalog =
  | {
      readonly ok: true;
      /** As it is shown. */
      readonly file: string;
      /** Null when `state` is not `valid`. */
      readonly catalog: Catalog | null;
      readonly state: "valid" | "invalid" | "absent";
      /** Its component; an invalid catalog may have a valid one. */
      readonly identityProvider: IdentityProvider | null;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly ignored: readonly Ignored[] };

/** A catalog that nobody asked for may be absent or invalid: who sets up a provider often has none yet. */
export function findCatalog(shell: Shell, flags: CatalogOptions): FoundCatalog {
  const files = nodeFiles(shell.cwd);
  const file = catalogFile(shell, flags);
  const loaded = loadCatalog(files, file, flags.component ?? null);
  const { catalog, identityProvider, ignores } = loaded;
  const { diagnostics, ignored } = withoutIgnored(loaded.diagnostics, ignores);
  if (catalog !== null && !hasErrors(diagnostics)) {
    return { ok: true, file, catalog, state: "valid", identityProvider };
  }
  if (flags.catalog !== undefined) return { ok: false, diagnostics, ignored };
  const read = files.read(file);
  const state = read.text === null && read.why === "absent" ? "absent" : "invalid";
  return { ok: true, file, catalog: null, state, identityProvider };
}

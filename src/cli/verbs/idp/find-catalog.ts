import type { Catalog } from "../../../catalog/catalog.js";
import type { IdentityProvider } from "../../../catalog/identity-provider/identity-provider.js";
import { withoutIgnored } from "../../../catalog/ignore/without-ignored.js";
import { loadCatalog } from "../../../catalog/load.js";
import { hasErrors } from "../../../diagnostic/diagnostic.js";
import { visible } from "../../../diagnostic/visible.js";
import { exit } from "../../exit.js";
import { nodeFiles } from "../../node-files.js";
import { type CatalogOptions, catalogFile } from "../../options.js";
import type { Shell } from "../../shell.js";
import { stop } from "../../show.js";

/** What there is of a catalog, or the exit code with which the verb ends. */
export type FoundCatalog =
  | {
      readonly ok: true;
      readonly catalog: Catalog | null;
      /** Its component; an invalid catalog may have a valid one. */
      readonly identityProvider: IdentityProvider | null;
      /** How to get a catalog; "" when there is one. */
      readonly why: string;
    }
  | { readonly ok: false; readonly code: number };

/** A catalog that nobody asked for may be absent or invalid: who sets up a provider often has none yet. */
export function findCatalog(shell: Shell, flags: CatalogOptions & { readonly format: string }): FoundCatalog {
  const files = nodeFiles(shell.cwd);
  const file = catalogFile(shell, flags);
  const loaded = loadCatalog(files, file, flags.component ?? null);
  const { catalog, identityProvider, ignores } = loaded;
  const { diagnostics, ignored } = withoutIgnored(loaded.diagnostics, ignores);
  if (catalog !== null && !hasErrors(diagnostics)) {
    return { ok: true, catalog, identityProvider, why: "" };
  }
  if (flags.catalog !== undefined) {
    return { ok: false, code: stop(shell, diagnostics, flags.format, exit.invalid, ignored) };
  }
  const read = files.read(file);
  const isAbsent = read.text === null && read.why === "absent";
  const why = isAbsent
    ? `there is no ${visible(file)}: give --catalog FILE for Region and groups`
    : `${visible(file)} is not valid, and "identity validate" tells why: its Region and groups are not used`;
  return { ok: true, catalog: null, identityProvider, why };
}

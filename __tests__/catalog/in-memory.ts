import { stringify } from "yaml";
import type { BuiltAccess } from "../../src/access/build.js";
import { buildAccess } from "../../src/access/build.js";
import { type LoadedCatalog, loadCatalog } from "../../src/catalog/load.js";
import type { CatalogFiles } from "../../src/catalog/read/files.js";
import { clock } from "../doubles/facts.js";

/** Files that exist only in a test, by path. */
export function inMemory(files: Readonly<Record<string, string>>): CatalogFiles {
  return {
    read: (path) => {
      const text = files[path];
      return text === undefined ? { text: null, why: "absent", detail: "" } : { text };
    },
    find: (folder, pattern) => {
      const inside = folder === "" ? "" : `${folder}/`;
      const matching = Object.keys(files).filter(
        (path) => path.startsWith(inside) && pattern.matches(path.slice(inside.length)),
      );
      return { files: matching.sort(), refused: [], complete: true };
    },
  };
}

/** A catalog whose component has these vars, besides a region. */
export function loadVars(vars: Readonly<Record<string, unknown>>): LoadedCatalog {
  const text = stringify({
    components: { terraform: { "aws-sso": { vars: { region: "us-east-1", ...vars } } } },
  });
  return loadCatalog(inMemory({ "aws-sso.yaml": text }), "aws-sso.yaml", null);
}

/** The access of such a catalog, with a static account map. */
export function accessOf(vars: Readonly<Record<string, unknown>>): BuiltAccess {
  const { catalog, diagnostics } = loadVars(vars);
  if (catalog === null) throw new Error(JSON.stringify(diagnostics));
  const built = buildAccess(catalog, null, clock);
  return { ...built, diagnostics: [...diagnostics, ...built.diagnostics] };
}

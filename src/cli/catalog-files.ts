import { ourComponents } from "../catalog/fmt/our-components.js";
import { baseFolder, type CatalogFiles } from "../catalog/read/files.js";
import { loadWithImports } from "../catalog/read/imports.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";

/** The files a catalog is written in, before any rule. */
export interface FilesOfCatalog {
  /** The catalog file and everything it imports, in the order they were read. */
  readonly paths: readonly string[];
  /** Keys of the components that make it up. */
  readonly components: ReadonlySet<string>;
  /** Of reading them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Follows the imports of a catalog. */
export function filesOfCatalog(files: CatalogFiles, catalog: string): FilesOfCatalog {
  const paths = new Set<string>();
  const recording: CatalogFiles = {
    ...files,
    read: (path, limits) => {
      const read = files.read(path, limits);
      if (read.text !== null) paths.add(path);
      return read;
    },
  };
  const { root, diagnostics } = loadWithImports(recording, catalog, baseFolder(catalog));
  return { paths: [...paths], components: ourComponents(root), diagnostics };
}

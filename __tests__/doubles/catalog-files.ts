import picomatch from "picomatch";
import type { CatalogFiles } from "../../src/catalog/read/files.js";

/** Catalog files in memory: path to text. */
export function catalogFiles(texts: Readonly<Record<string, string>>): CatalogFiles {
  return {
    read: (path) => texts[path] ?? null,
    glob: (folder, pattern) => {
      const inside = folder === "" ? "" : `${folder}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(inside) && picomatch.isMatch(path.slice(inside.length), pattern))
        .sort();
    },
  };
}

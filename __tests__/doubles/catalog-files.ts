import type { CatalogFiles } from "../../src/catalog/read/files.js";

/** Catalog files in memory: path to text. */
export function catalogFiles(texts: Readonly<Record<string, string>>): CatalogFiles {
  return {
    read: (path) => {
      const text = texts[path];
      return text === undefined ? { text: null, why: "absent", detail: "" } : { text };
    },
    find: (folder, pattern) => {
      const inside = folder === "" ? "" : `${folder}/`;
      const matching = Object.keys(texts).filter(
        (path) => path.startsWith(inside) && pattern.matches(path.slice(inside.length)),
      );
      return { files: matching.sort(), refused: [], complete: true };
    },
  };
}

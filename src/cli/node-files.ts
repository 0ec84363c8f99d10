import { relative, resolve, sep } from "node:path";
import type { CatalogFiles } from "../catalog/read/files.js";
import { bounds } from "../catalog/yaml/bounds.js";
import { findFiles } from "./find-files.js";
import { readText } from "./read-text.js";

/** Catalog files on disk, below or beside the current folder. */
export function nodeFiles(cwd: string): CatalogFiles {
  return {
    read: (path, { below, most } = {}) =>
      readText(
        resolve(cwd, path),
        below === undefined ? null : resolve(cwd, below),
        most ?? bounds.fileBytes,
      ),
    find: (folder, pattern) => {
      const found = findFiles(resolve(cwd, folder), pattern);
      const shown = (path: string): string =>
        folder === "" ? path : folder === "/" ? `/${path}` : `${folder}/${path}`;
      return {
        ...found,
        files: found.files.map(shown),
        refused: found.refused.map((r) => ({ ...r, path: shown(r.path) })),
      };
    },
  };
}

/** A path as people see it: relative to the current folder, with forward slashes. */
export function shownPath(cwd: string, path: string): string {
  return relativePath(cwd, resolve(cwd, path));
}

/** The way from a folder to a path, both absolute, with forward slashes. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

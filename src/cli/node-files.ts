import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import type { CatalogFiles } from "../catalog/read/files.js";

/** Catalog files on disk, below or beside the current folder. */
export function nodeFiles(cwd: string): CatalogFiles {
  return {
    read: (path) => {
      try {
        return readFileSync(resolve(cwd, path), "utf8");
      } catch {
        return null;
      }
    },
    glob: (folder, pattern) => {
      const base = resolve(cwd, folder);
      const isMatch = picomatch(pattern);
      return readdirSync(base, { recursive: true, encoding: "utf8" })
        .map((path) => path.split(sep).join("/"))
        .filter((path) => !path.split("/").includes("node_modules") && isMatch(path))
        .sort()
        .map((path) => (folder === "" ? path : `${folder}/${path}`));
    },
  };
}

/** A path as people see it: relative to the current folder, with forward slashes. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join("/");
}

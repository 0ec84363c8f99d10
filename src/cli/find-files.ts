import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FoundFiles, Unread } from "../catalog/read/files.js";
import type { PathPattern } from "../catalog/read/path-pattern.js";
import { isInside, leavesFolder, refusal } from "./read-text.js";

/** Names of files and folders that are looked at: enough for any project, and one second. */
const maxLooked = 100_000;
/** A link to a folder is all of the folder once more, so links that lead to each other multiply. */
const linkCost = 10;

/**
 * The files below a folder that match, relative to it. Only folders that can hold a match are
 * entered, never node_modules. Links are followed within the folder, each circle once.
 */
export function findFiles(base: string, pattern: PathPattern): FoundFiles {
  const files: string[] = [];
  const refused: (Unread & { readonly path: string })[] = [];
  let left = maxLooked;

  function walk(folder: string, at: string, above: readonly string[]): void {
    try {
      const real = realpathSync.native(at);
      if (above.includes(real)) return;
      if (!isInside(above[0] ?? real, real)) refused.push({ ...leavesFolder, path: folder });
      else
        for (const entry of readdirSync(real, { withFileTypes: true })) look(entry, folder, [...above, real]);
    } catch (error) {
      refused.push({ ...refusal(error), path: folder });
    }
  }

  function look(entry: Dirent, folder: string, above: readonly string[]): void {
    left -= entry.isSymbolicLink() ? linkCost : 1;
    if (left < 0 || entry.name === "node_modules") return;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const at = join(above.at(-1) ?? base, entry.name);
    if (!isFolder(entry, at)) {
      if (pattern.matches(path)) files.push(path);
    } else if (pattern.enters(path)) walk(path, at, above);
  }

  walk("", base, []);
  return { files: files.sort(), refused, complete: left >= 0 };
}

/** A broken link counts as a file: that it cannot be read is said when it is. */
function isFolder(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

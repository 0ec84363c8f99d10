import type { PathPattern } from "./path-pattern.js";

/**
 * How the catalog reads files. Paths are relative to the current folder with forward slashes, as
 * they are shown in diagnostics.
 */
export interface CatalogFiles {
  /** The text of a regular file, or why there is none. Never waits, never throws. */
  read(path: string, limits?: ReadLimits): ReadFile;
  /** The files below a folder that a pattern matches, relative to it, sorted. */
  find(folder: string, pattern: PathPattern): FoundFiles;
}

export interface ReadLimits {
  /** The folder that the file must stay below when every link on its way is followed; default: anywhere. */
  readonly below?: string;
  /** Bytes; a larger file is not read. Default: the bound of a catalog file. */
  readonly most?: number;
}

export type ReadFile = { readonly text: string } | Unread;

export interface Unread {
  readonly text: null;
  /**
   * `absent`: nothing has this name, or a link leads nowhere. `outside`: a link leaves the folder.
   * `large`: more bytes than allowed. `encoding`: not UTF-8. `refused`: anything else that stands in the way.
   */
  readonly why: "absent" | "outside" | "large" | "encoding" | "refused";
  /** The rest of the sentence `cannot read "x": …`; empty for `absent`. */
  readonly detail: string;
}

export interface FoundFiles {
  /** As for `read`. */
  readonly files: readonly string[];
  /** Folders that could hold matches and were not entered, with why. */
  readonly refused: readonly (Unread & { readonly path: string })[];
  /** False when there were too many files to look at. */
  readonly complete: boolean;
}

/** Joins and normalizes POSIX paths; a result that leaves `base` begins with "../". */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  const absolute = base.startsWith("/");
  for (const part of `${base}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}

/** The folder of a path; "" is the current folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : slash === 0 ? "/" : path.slice(0, slash);
}

/** True when `path` is `folder` or below it; both normalized. */
export function isBelow(folder: string, path: string): boolean {
  const inside = folder === "" ? path : path.slice(folder === "/" ? 1 : folder.length + 1);
  const prefix = folder === "" ? "" : folder === "/" ? "/" : `${folder}/`;
  return (
    path === folder || (path.startsWith(prefix) && !inside.startsWith("/") && !`${inside}/`.startsWith("../"))
  );
}

/** Where imports start: the folder of the catalog file, or its parent when that folder is named "catalog". */
export function baseFolder(catalogFile: string): string {
  const folder = folderOf(catalogFile);
  return folder === "catalog" || folder.endsWith("/catalog") ? folderOf(folder) : folder;
}

/**
 * How the catalog reads files. Paths are relative to the current folder with forward slashes, as
 * they are shown in diagnostics.
 */
export interface CatalogFiles {
  /** The text of a file, or null when there is none. */
  read(path: string): string | null;
  /** The files below a folder that match a glob relative to it, sorted. */
  glob(folder: string, pattern: string): readonly string[];
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

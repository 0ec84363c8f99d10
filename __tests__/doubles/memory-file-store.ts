import { createHash } from "node:crypto";
import type { FileStore } from "../../src/terraform/file-store.js";

/** A file store in memory; `texts` is what is in it, by path, and `guarded` which paths were protected. */
export function memoryFileStore(): FileStore & {
  readonly texts: Map<string, string>;
  readonly guarded: Set<string>;
} {
  const texts = new Map<string, string>();
  const guarded = new Set<string>();
  return {
    texts,
    guarded,
    read: async (path) => texts.get(path) ?? null,
    write: async (path, text) => void texts.set(path, text),
    makeFolder: async () => {},
    protect: async (path) => void guarded.add(path),
    list: async (folder) => {
      const inside = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))];
    },
    sha256: async (path) => {
      const text = texts.get(path);
      return text === undefined ? null : createHash("sha256").update(text).digest("hex");
    },
  };
}

import { createHash } from "node:crypto";
import type { FileStore } from "../../src/terraform/file-store.js";

/** A file store in memory; `texts` is what is in it, by path. */
export function memoryFileStore(): FileStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (path) => texts.get(path) ?? null,
    write: async (path, text) => void texts.set(path, text),
    makeFolder: async () => {},
    protect: async () => {},
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

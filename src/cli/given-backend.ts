import { type GivenBackend, readBackendFile } from "../catalog/backend-file.js";
import { unreadable } from "../catalog/read/unreadable.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { nodeFiles, shownPath } from "./node-files.js";
import type { Shell } from "./shell.js";

/** Reads the file of `--backend`; nothing is given without one, nor by one with mistakes. */
export function givenBackend(
  shell: Shell,
  file: string | undefined,
): { readonly given: GivenBackend | null; readonly diagnostics: readonly Diagnostic[] } {
  if (file === undefined) return { given: null, diagnostics: [] };
  const path = shownPath(shell.cwd, file);
  const read = nodeFiles(shell.cwd).read(path);
  if (read.text !== null) return readBackendFile(read.text, path);
  return { given: null, diagnostics: [unreadable(path, read, null, "check the path after --backend")] };
}

import { closeSync, fchmodSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** An open log. Writing is synchronous: what was written is there when this process dies. */
export interface LogFile {
  readonly write: (chunk: Buffer | string) => void;
  readonly close: () => void;
}

/** Appends to `path` with mode 0600, making its folder (0700) if need be; null writes nowhere. */
export function openLog(path: string | null): LogFile {
  if (path === null) return { write: () => {}, close: () => {} };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const handle = openSync(path, "a", 0o600);
  fchmodSync(handle, 0o600);
  return {
    write: (chunk) => {
      if (typeof chunk === "string") writeSync(handle, chunk);
      else writeSync(handle, chunk);
    },
    close: () => closeSync(handle),
  };
}

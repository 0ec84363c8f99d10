import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { relative, sep } from "node:path";
import type { ReadFile, Unread } from "../catalog/read/files.js";

/** The text of a regular file, read as `readBytes` does. */
export function readText(file: string, below: string | null, most: number): ReadFile {
  const read = readBytes(file, below, most);
  return "bytes" in read ? decode(read.bytes) : read;
}

export interface ReadBytes {
  readonly bytes: Buffer;
}

/**
 * The bytes of a regular file. Devices, pipes and folders are not opened for reading: they could have no
 * end. `below` is a folder that the file must not leave through a link, or null.
 */
export function readBytes(file: string, below: string | null, most: number): ReadBytes | Unread {
  try {
    const real = realpathSync(file);
    if (below !== null && !isInside(realpathSync(below), real)) {
      return leavesFolder;
    }
    const kind = statSync(real);
    if (!kind.isFile()) return unread("refused", `it is ${kind.isDirectory() ? "a folder" : "not a file"}`);
    return readRegular(real, most);
  } catch (error) {
    return refusal(error);
  }
}

/** A link on the way leads to somewhere else. */
export const leavesFolder: Unread = {
  text: null,
  why: "outside",
  detail: "a link leads out of the base folder",
};

/** True when `path` is `folder` or below it; both without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`);
}

function readRegular(file: string, most: number): ReadBytes | Unread {
  // What was a file a moment ago may be a pipe now: opening it must not wait.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(handle);
    if (size > most) return tooLarge(size, most);
    // Some files (in /proc) say they are empty, and others grow.
    const bytes = Buffer.alloc(Math.min(most, Math.max(size, 65_536)) + 1);
    let length = 0;
    for (;;) {
      const got = readSync(handle, bytes, length, bytes.length - length, null);
      length += got;
      if (got === 0) return { bytes: bytes.subarray(0, length) };
      if (length === bytes.length) return tooLarge(length, most);
    }
  } finally {
    closeSync(handle);
  }
}

function decode(bytes: Buffer): ReadFile {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8") };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return unread("encoding", "it is UTF-16, not UTF-8");
  }
  const offset = firstInvalidByte(bytes);
  const line = bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
  const value = bytes[offset]?.toString(16).padStart(2, "0");
  return unread("encoding", `byte ${offset + 1}, on line ${line}, is 0x${value}, which is not UTF-8`);
}

/** Decoding puts U+FFFD where bytes are wrong; the first one that was not in the file itself is the place. */
function firstInvalidByte(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  let offset = 0;
  let from = 0;
  for (let i = text.indexOf("\uFFFD"); i >= 0; i = text.indexOf("\uFFFD", from)) {
    offset += Buffer.byteLength(text.slice(from, i));
    if (bytes.readUIntBE(offset, Math.min(3, bytes.length - offset)) !== 0xefbfbd) return offset;
    offset += 3;
    from = i + 1;
  }
  return offset;
}

/** What the system's error means to whoever asked for the file. */
export function refusal(error: unknown): Unread {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code)) {
    return unread("absent", "");
  }
  if (code === "EACCES" || code === "EPERM") return unread("refused", "permission denied");
  if (code === "ELOOP") return unread("refused", "its links lead in a circle");
  return unread("refused", `the system says ${code}`);
}

function tooLarge(size: number, most: number): Unread {
  return unread("large", `it has ${megabytes(size)} MB, and ${megabytes(most)} MB are allowed`);
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 10_000) / 100);
}

function unread(why: Unread["why"], detail: string): Unread {
  return { text: null, why, detail };
}

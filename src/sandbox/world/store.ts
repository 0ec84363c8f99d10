import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { lockState } from "./lock.js";
import type { World } from "./world.js";

/** The world and the file it is kept in. */
export interface Store {
  readonly world: World;
  /** Resolves when every change made before the call is in the file. */
  save(): Promise<void>;
  /** Saves, and lets another sandbox have the file. */
  close(): Promise<void>;
}

/**
 * Opens the state file, or makes a world when there is none. With null as path the world lives in
 * memory only. A file that exists wins over the seed behind `create`.
 */
export async function openStore(path: string | null, create: () => World): Promise<Store> {
  if (path === null) return { world: create(), save: async () => {}, close: async () => {} };
  await mkdir(dirname(path), { recursive: true });
  const unlock = await lockState(path);
  try {
    const text = await readExisting(path);
    const world = text === null ? create() : parseWorld(text, path);
    const save = oneAtATime(() => write(path, JSON.stringify(world)));
    if (text === null) await save();
    return { world, save, close: () => save().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function readExisting(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`cannot read the sandbox state ${path}: ${(error as Error).message}`);
  }
}

function parseWorld(text: string, path: string): World {
  const remedy = "restore it from a copy, or delete it to start with a new organization";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`the sandbox state ${path} is not JSON (${(error as Error).message}): ${remedy}`);
  }
  const parts = ["instance", "organization", "groups", "users", "memberships", "permissionSets"];
  const all = [...parts, "assignments", "operations"];
  const world = value as Record<string, unknown> | null;
  if (typeof world !== "object" || world === null || world["version"] !== 1) {
    throw new Error(`the sandbox state ${path} is not of version 1: ${remedy}`);
  }
  const missing = all.filter((part) => typeof world[part] !== "object" || world[part] === null);
  if (missing.length > 0) {
    throw new Error(`the sandbox state ${path} is damaged (no ${missing.join(", ")}): ${remedy}`);
  }
  return value as World;
}

/** A reader, or a sandbox killed at any moment, sees the old file or the new one and never half of one. */
async function write(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeFile(temporary, text, { mode: 0o600 });
  await rename(temporary, path);
}

/** Calls that come while one is running share the next one, so a burst of changes costs two writes. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    next = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return start();
    next ??= running.then(start, start);
    return next;
  };
}

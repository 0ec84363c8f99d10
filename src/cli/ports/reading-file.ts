import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ReadCache } from "../../directory/read-cache.js";

/** Answers of AWS that outlive the process, until the reading has come to its end. */
export interface ReadingFile {
  readonly cache: ReadCache;
  /** The answers that an earlier reading left. */
  readonly found: number;
  /** Everything is read: nothing is kept. */
  end(): void;
}

/** Where a reading was made from: answers of one place say nothing about another. */
export interface ReadingPlace {
  readonly region: string;
  /** Null is AWS itself. */
  readonly endpoint: string | null;
}

/** AWS goes on changing: what was read longer ago is asked again. */
const keptFor = 15 * 60_000;

/**
 * Opens the file of a reading and goes on with what a broken one left there, unless it began longer than 15
 * minutes ago or elsewhere. Each answer is appended at once, so that a process can be killed at any time.
 */
export function openReading(path: string, place: ReadingPlace, now: number): ReadingFile {
  const left = read(path);
  const head = left?.head;
  const usable =
    head?.region === place.region && head.endpoint === place.endpoint && now - head.startedAt < keptFor;
  const answers = new Map(usable ? left?.answers : []);
  const found = answers.size;
  if (usable) {
    // The next answer needs a line of its own, also after one that was cut off.
    appendFileSync(path, "\n");
  } else {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify({ ...place, startedAt: now })}\n`, { mode: 0o600 });
  }
  return {
    found,
    cache: {
      get: (key) => answers.get(key) ?? null,
      put(key, text) {
        answers.set(key, text);
        appendFileSync(path, `${JSON.stringify([key, text])}\n`, { mode: 0o600 });
      },
    },
    end: () => rmSync(path, { force: true }),
  };
}

interface Left {
  readonly head: Partial<ReadingPlace> & { readonly startedAt: number };
  readonly answers: readonly (readonly [string, string])[];
}

/** Null when there is nothing that can be gone on with. */
function read(path: string): Left | null {
  try {
    const [head, ...lines] = readFileSync(path, "utf8").split("\n").filter(Boolean).flatMap(parsed);
    const { startedAt, region, endpoint } = Object(head);
    if (typeof startedAt !== "number") return null;
    return { head: { startedAt, region, endpoint }, answers: lines.filter(isAnswer) };
  } catch {
    return null;
  }
}

/** A line that was cut off when the process was killed is no answer. */
function parsed(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function isAnswer(line: unknown): line is readonly [string, string] {
  return Array.isArray(line) && line.length === 2 && line.every((part) => typeof part === "string");
}

/** A bounded memory of what a program printed. */
export interface Capture {
  readonly push: (chunk: Buffer) => void;
  readonly text: () => string;
  /** True when something was dropped. */
  readonly truncated: () => boolean;
}

/** Keeps the first `limit` bytes. */
export function createHead(limit: number): Capture {
  const chunks: Buffer[] = [];
  let size = 0;
  let dropped = false;
  return {
    push(chunk) {
      const room = limit - size;
      if (chunk.length > room) dropped = true;
      if (room <= 0) return;
      const kept = chunk.subarray(0, room);
      chunks.push(kept);
      size += kept.length;
    },
    text: () => Buffer.concat(chunks).toString("utf8"),
    truncated: () => dropped,
  };
}

/** Keeps the last `limit` bytes. */
export function createTail(limit: number): Capture {
  let kept = Buffer.alloc(0);
  let dropped = false;
  return {
    push(chunk) {
      const all = Buffer.concat([kept, chunk]);
      dropped ||= all.length > limit;
      kept = all.subarray(Math.max(0, all.length - limit));
    },
    text: () => kept.toString("utf8"),
    truncated: () => dropped,
  };
}

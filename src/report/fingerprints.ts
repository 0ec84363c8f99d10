import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostic/diagnostic.js";

/**
 * A name for a finding that stays when lines are added above it: its code, file and words, without the
 * line numbers in them, and how many of the same came before.
 */
export function fingerprints(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, message, span }) => {
    const words = message.replace(/\bline \d+/g, "line");
    const key = JSON.stringify([code, span?.file ?? null, words]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
    return `${hash}:${nth + 1}`;
  };
}

import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostic/diagnostic.js";

/**
 * A name for a finding that stays when lines are added above it: its code, file and words, without the
 * line numbers in them, and how many of the same came before.
 */
export function fingerprints(): (diagnostic: Diagnostic) => string {
  const nth = numberedHashes();
  return ({ code, message, span }) => {
    const words = message.replace(/\bline \d+/g, "line");
    return nth(JSON.stringify([code, span?.file ?? null, words]));
  };
}

/** 32 hex digits for a key, and how many times it was asked for: `…:1`, then `…:2`. */
export function numberedHashes(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
    return `${hash}:${nth}`;
  };
}

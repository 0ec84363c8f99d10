import type { Subject } from "./read-provider.js";

/** True when two readings differ at most in places. */
export function saysTheSame(a: Subject | null, b: Subject): boolean {
  return a !== null && withoutPlaces(a) === withoutPlaces(b);
}

function withoutPlaces({ metadata }: Subject): string {
  return JSON.stringify(metadata, (key, value) => (key === "span" ? undefined : value));
}

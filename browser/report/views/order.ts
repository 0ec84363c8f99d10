import { at, type Model } from "../model.js";
import type { Plain } from "../parts.js";

/** What allows most first; the rest stays in its order. */
export function bySetRank(model: Model): (a: Plain, b: Plain) => number {
  return (a, b) => at(model.setRank, a.set) - at(model.setRank, b.set);
}

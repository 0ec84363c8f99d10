import type { Reading } from "./all-access.js";
import type { ExtraPrincipal } from "./read-by-principals.js";
import type { ReadCache } from "./read-cache.js";

/** How all access is to be read. */
export interface ReadingOptions {
  /** Default: whichever takes fewer calls; `principals` only from the management account. */
  readonly method?: Reading["method"];
  /** Groups and users that the state knows, each once: those the directory lacks are asked for as well. */
  readonly extraPrincipals: readonly ExtraPrincipal[];
  /** Answers of a reading that broke off; without it every answer is new. */
  readonly cache?: ReadCache;
}

import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Catalog } from "../catalog.js";
import type { WrittenCatalog } from "../read/written.js";

/** What a rule about the identity provider looks at. */
export interface ProviderFacts {
  readonly written: WrittenCatalog;
  /** The access beside it; null when that could not be assembled. */
  readonly catalog: Catalog | null;
}

/** A proposition about the component; every diagnostic is a place where it does not hold. */
export type IdentityProviderRule = (facts: ProviderFacts) => readonly Diagnostic[];

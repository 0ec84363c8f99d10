import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Asked } from "./setup-facts.js";

/** Why nothing is known, as the fields `found` and `next` of an item have it. */
export interface Failure {
  /** Null when nobody was asked. */
  readonly code: string | null;
  readonly found: string;
  readonly next: readonly string[];
}

/** The first error of an answer that did not come; null for one that did. */
export function failureOf(asked: Asked<unknown>, needed: string): Failure | null {
  if (asked === null) return { code: null, found: `cannot be known without ${needed}`, next: [] };
  if (asked.ok) return null;
  const first: Diagnostic | undefined =
    asked.diagnostics.find((d) => d.severity === "error") ?? asked.diagnostics[0];
  const { code = null, message = "it failed", hint = null } = first ?? {};
  return { code, found: message, next: hint === null ? [] : [hint] };
}

import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { Metadata } from "../metadata.js";
import type { FoundCertificate } from "../signing-certificates.js";

/** What a rule looks at. */
export interface MetadataFacts {
  readonly metadata: Metadata;
  readonly certificates: readonly FoundCertificate[];
  readonly now: Date;
}

/** A proposition about an identity provider's metadata; every diagnostic is a place where it does not hold. */
export type MetadataRule = (facts: MetadataFacts) => readonly Diagnostic[];

/** Full days from now until an instant, negative when it is past. */
export function daysUntil(instant: string, now: Date): number {
  return Math.floor((Date.parse(instant) - now.getTime()) / 86_400_000);
}

/** `2026-11-24` */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** What to do about a certificate that cannot stay. */
export const renew = "make a new signing certificate in the provider, and check the new file with --previous";

import { error } from "../../catalog/rules/rule.js";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import { readCertificate, type SigningCertificate } from "./certificate.js";
import type { Metadata } from "./metadata.js";

/** A certificate, and the first place where it stands. */
export interface FoundCertificate extends SigningCertificate {
  readonly span: Span;
}

/** The certificates of an identity provider that sign, each once however often it is written. */
export interface FoundCertificates {
  readonly certificates: readonly FoundCertificate[];
  readonly diagnostics: readonly Diagnostic[];
}

export function signingCertificates({ keys }: Metadata): FoundCertificates {
  const certificates = new Map<string, FoundCertificate>();
  const diagnostics: Diagnostic[] = [];
  // A key that says nothing of its use is for both.
  for (const written of keys.filter((k) => k.use?.value !== "encryption").flatMap((k) => k.certificates)) {
    const read = readCertificate(written);
    if (typeof read === "string") {
      const message = `this certificate cannot be read: ${read}`;
      diagnostics.push(
        error("IDC711", message, written.span, "take the file from the identity provider again"),
      );
    } else if (!certificates.has(read.sha256)) {
      const names = { subject: visible(read.subject), issuer: visible(read.issuer) };
      certificates.set(read.sha256, { ...read, ...names, span: written.span });
    }
  }
  return { certificates: [...certificates.values()], diagnostics };
}

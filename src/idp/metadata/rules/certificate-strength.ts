import { error, warning } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { FoundCertificate } from "../signing-certificates.js";
import { type MetadataFacts, renew } from "./rule.js";

/** Keys and hashes are such as nobody can break today. */
export function certificatesAreStrong({ certificates }: MetadataFacts): readonly Diagnostic[] {
  return certificates.flatMap((certificate) => {
    const key = weakKey(certificate);
    const { subject, hash, isSelfSigned, span } = certificate;
    const weak = ["MD2", "MD5", "SHA-1"].includes(hash);
    // Whoever trusts a certificate because it stands in this file does not look at its own signature.
    const finding = isSelfSigned ? warning : error;
    return [
      ...(key === null ? [] : [error("IDC712", key, span, renew)]),
      ...(weak ? [finding("IDC712", `certificate "${subject}" is signed with ${hash}`, span, renew)] : []),
    ];
  });
}

function weakKey({ subject, keyType, keyBits }: FoundCertificate): string | null {
  const least = keyType === "RSA" ? 2048 : keyType === "EC" ? 256 : null;
  if (least === null) return `certificate "${subject}" has a key of the type ${keyType}; RSA or EC is needed`;
  if (keyBits !== null && keyBits >= least) return null;
  return `certificate "${subject}" has a key of ${keyBits ?? "unknown"} bits; ${keyType} needs ${least}`;
}
